package org.braidml.api;

import java.util.List;
import java.util.Optional;

/**
 * What a head is to predict.
 *
 * @param name the target's name
 * @param kind what kind of value it is
 * @param classes the class labels in the order of their ids; for {@link Kind#BINARY} the negative
 *     and then the positive one; for {@link Kind#MULTILABEL} what is said of each label, absent and
 *     then present; empty for numbers
 * @param offset of a number: the mean of the training rows, or 0 to leave it as it is
 * @param scale of a number: the standard deviation of the training rows, above 0, or 1 to leave it
 *     as it is. Targets and predictions are always in the target's own unit; a head computes with
 *     {@code (value - offset) / scale}
 * @param stepsOf the field that it has one value a step of; empty for one value an example
 * @param labels of {@link Kind#MULTILABEL} the labels, one value each; else empty
 */
public record TargetSpec(
    String name,
    Kind kind,
    List<String> classes,
    double offset,
    double scale,
    Optional<String> stepsOf,
    List<String> labels) {

  /** Refuses a scale that numbers cannot be divided by, and labels of other kinds. */
  public TargetSpec {
    classes = List.copyOf(classes);
    labels = List.copyOf(labels);
    if (kind == Kind.MULTILABEL ? labels.size() < 2 : !labels.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": a multilabel target, and no other, has labels, two at least");
    }
    if (!Double.isFinite(offset) || !(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(
          name + ": offset " + offset + ", scale " + scale + "; finite, and the scale above 0");
    }
  }

  /** A target that is not scaled. */
  public TargetSpec(String name, Kind kind, List<String> classes) {
    this(name, kind, classes, 0, 1);
  }

  /** A target of one value an example. */
  public TargetSpec(String name, Kind kind, List<String> classes, double offset, double scale) {
    this(name, kind, classes, offset, scale, Optional.empty(), List.of());
  }

  /** A target of any number of these labels. */
  public static TargetSpec ofLabels(String name, List<String> labels) {
    return new TargetSpec(
        name, Kind.MULTILABEL, List.of("absent", "present"), 0, 1, Optional.empty(), labels);
  }

  /** The same with one value a step of a field. */
  public TargetSpec eachStepOf(String field) {
    return new TargetSpec(name, kind, classes, offset, scale, Optional.of(field), labels);
  }

  /** The kinds of targets. */
  public enum Kind {
    /** Two classes, of which the second is called positive. */
    BINARY,
    /** One class of several. */
    MULTICLASS,
    /** Any number of several labels: of each whether it is present. */
    MULTILABEL,
    /** A number. */
    REGRESSION,
    /** How many: a whole number, 0 or more. */
    COUNT;

    /** Returns whether each value is one of two, of which the second is asked for. */
    public boolean isTruth() {
      return this == BINARY || this == MULTILABEL;
    }

    /** Returns whether it is a number that is predicted, and no class. */
    public boolean isNumber() {
      return this == REGRESSION || this == COUNT;
    }
  }
}
