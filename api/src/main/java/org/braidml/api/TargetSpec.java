package org.braidml.api;

import java.util.List;

/**
 * What a head is to predict.
 *
 * @param name the target's name
 * @param kind what kind of value it is
 * @param classes the class labels in the order of their ids; for {@link Kind#BINARY} the negative
 *     and then the positive one; empty for numbers
 */
public record TargetSpec(String name, Kind kind, List<String> classes) {

  public TargetSpec {
    classes = List.copyOf(classes);
  }

  /** The kinds of targets. */
  public enum Kind {
    /** Two classes, of which the second is called positive. */
    BINARY,
    /** One class of several. */
    MULTICLASS,
    /** A number. */
    REGRESSION
  }
}
