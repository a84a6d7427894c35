package org.braidml.api;

import org.braidml.api.config.Problem;

/** Two boxes do not go together; thrown while a model is built, before any parameter exists. */
public final class SpecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A refusal of one box. */
  public SpecException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Returns what to tell the user. */
  public Problem problem() {
    return problem;
  }
}
