package org.braidml.runner.cli;

/** A run failed for a reason outside of it, and can go on once that is mended. */
final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
