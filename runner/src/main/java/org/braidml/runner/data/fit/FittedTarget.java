package org.braidml.runner.data.fit;

import java.util.List;
import org.braidml.api.TargetSpec;

/**
 * A target as the training rows tell it.
 *
 * @param column the column; empty for labels that have columns of their own
 * @param kind what kind of value it is
 * @param classes the labels in the order of their ids; negative, then positive, for two; empty for
 *     numbers; of a target of labels all of them
 * @param scale the scale of numbers; the identity for classes
 * @param field the field that it has one value a step of; empty for one value an example
 * @param delimiter what stands between the values of the steps, or between labels
 * @param continued of the next token of a field: whether each row goes on where the one before
 *     ended
 */
public record FittedTarget(
    String column,
    TargetSpec.Kind kind,
    List<String> classes,
    Scale scale,
    String field,
    String delimiter,
    boolean continued) {

  public FittedTarget {
    classes = List.copyOf(classes);
  }

  /** A target of one value an example. */
  FittedTarget(String column, TargetSpec.Kind kind, List<String> classes, Scale scale) {
    this(column, kind, classes, scale, "", "", false);
  }

  /** Returns whether it has one value a step of a field. */
  public boolean ofSteps() {
    return !field.isEmpty();
  }

  /** Returns whether a row has any number of labels. */
  public boolean ofLabels() {
    return kind == TargetSpec.Kind.MULTILABEL;
  }

  /** Returns whether it is the token of the field that follows. */
  public boolean nextToken() {
    return ofSteps() && column.isEmpty();
  }

  /** Returns what a head needs to know of it. */
  public TargetSpec spec(String name) {
    if (ofLabels()) {
      return TargetSpec.ofLabels(name, classes);
    }
    TargetSpec plain = new TargetSpec(name, kind, classes, scale.shift(), scale.divisor());
    TargetSpec spec = scale.logarithm() ? plain.ofLogarithm() : plain;
    if (nextToken()) {
      return spec.nextStepOf(field);
    }
    return ofSteps() ? spec.eachStepOf(field) : spec;
  }
}
