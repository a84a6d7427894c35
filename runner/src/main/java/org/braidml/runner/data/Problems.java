package org.braidml.runner.data;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;

/** Collects what is wrong with data, so that all of it is told at once. Used by one thread. */
public final class Problems {

  private final String source;
  private final List<Problem> found = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();

  /** No problem yet. */
  public Problems() {
    this("");
  }

  /**
   * No problem yet.
   *
   * @param source the files that the data come from; a problem that is not of one row tells them
   */
  public Problems(String source) {
    this.source = source;
  }

  /** Adds a problem. */
  public void add(Problem.Builder problem) {
    Problem built = problem.build();
    boolean told = source.isEmpty() || built.where() != null;
    found.add(told ? built : problem.what(built.what() + " (" + source + ")").build());
  }

  /** Takes a record that is left out, which is no problem. */
  public void leaveOut(RefusedRow row) {
    refused.add(row);
  }

  /** Returns the records that were left out. */
  public List<RefusedRow> leftOut() {
    return List.copyOf(refused);
  }

  /** Adds a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Returns those so far. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /** Returns how many there are so far. */
  public int size() {
    return found.size();
  }

  /** Returns whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Throws all problems, if there are any.
   *
   * @param source the file that the user gave
   */
  public void throwIfAny(String source) {
    if (!found.isEmpty()) {
      throw new ConfigurationException(source, found);
    }
  }
}
