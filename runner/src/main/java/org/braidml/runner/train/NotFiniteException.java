package org.braidml.runner.train;

/** The loss is not a finite number; training stops and says which box is the first at fault. */
public final class NotFiniteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A message for the user, in several lines. */
  public NotFiniteException(String message) {
    super(message);
  }
}
