package org.braidml.runner.data.fit;

import java.util.List;
import org.braidml.api.TargetSpec;

/**
 * A target as the training rows tell it.
 *
 * @param column the column
 * @param kind what kind of value it is
 * @param classes the labels in the order of their ids; negative, then positive, for two; empty for
 *     numbers
 * @param scale the scale of numbers; the identity for classes
 */
public record FittedTarget(String column, TargetSpec.Kind kind, List<String> classes, Scale scale) {

  public FittedTarget {
    classes = List.copyOf(classes);
  }

  /** Returns what a head needs to know of it. */
  public TargetSpec spec(String name) {
    return new TargetSpec(name, kind, classes, scale.shift(), scale.divisor());
  }
}
