package org.braidml.runner.bundle;

/**
 * A bundle cannot be used: not there, cut short, altered, or made with plug-ins that are missing.
 */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A message for the user: what is wrong, and what to do. */
  public BundleException(String message) {
    super(message);
  }

  /** A message for the user, with its cause. */
  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
