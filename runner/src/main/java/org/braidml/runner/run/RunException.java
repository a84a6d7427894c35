package org.braidml.runner.run;

/**
 * A run directory cannot be used for what was asked: not there, changed, in use, or not finished.
 */
public final class RunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A message for the user: what is wrong, and what to do. */
  public RunException(String message) {
    super(message);
  }
}
