package org.braidml.api;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.nn.Scalars;

/**
 * What a head is to predict.
 *
 * @param name the target's name
 * @param kind what kind of value it is
 * @param classes the class labels in the order of their ids; for {@link Kind#BINARY} the negative
 *     and then the positive one; for {@link Kind#MULTILABEL} what is said of each label, absent and
 *     then present; empty for numbers
 * @param logarithm of a number: whether it is {@code log(1 + x)} of it that is scaled
 * @param offset of a number, or of its logarithm: the mean of the training rows, or 0 to leave it
 *     as it is
 * @param scale of a number, or of its logarithm: the standard deviation of the training rows, above
 *     0, or 1 to leave it as it is. Targets and predictions are always in the target's own unit; a
 *     head computes with what {@link #scaled} gives
 * @param stepsOf the field that it has one value a step of; empty for one value an example
 * @param ahead of one value a step: whether it is told by the step that follows, so that states
 *     which tell of later steps have seen it
 * @param labels of {@link Kind#MULTILABEL} the labels, one value each; else empty
 */
public record TargetSpec(
    String name,
    Kind kind,
    List<String> classes,
    boolean logarithm,
    double offset,
    double scale,
    Optional<String> stepsOf,
    boolean ahead,
    List<String> labels) {

  /** Greater logarithms have no finite number of 32 bits: they predict the number of this one. */
  private static final double GREATEST_LOGARITHM = 88;

  /** Refuses a scale that numbers cannot be divided by, and labels of other kinds. */
  public TargetSpec {
    classes = List.copyOf(classes);
    labels = List.copyOf(labels);
    if (kind == Kind.MULTILABEL ? labels.size() < 2 : !labels.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": a multilabel target, and no other, has labels, two at least");
    }
    if (ahead && stepsOf.isEmpty()) {
      throw new IllegalArgumentException(name + ": only a step is followed by another");
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
    this(name, kind, classes, false, offset, scale, Optional.empty(), false, List.of());
  }

  /** A target of any number of these labels. */
  public static TargetSpec ofLabels(String name, List<String> labels) {
    return new TargetSpec(
        name,
        Kind.MULTILABEL,
        List.of("absent", "present"),
        false,
        0,
        1,
        Optional.empty(),
        false,
        labels);
  }

  /** The same with one value a step of a field. */
  public TargetSpec eachStepOf(String field) {
    return new TargetSpec(
        name, kind, classes, logarithm, offset, scale, Optional.of(field), false, labels);
  }

  /** The same with one value a step of a field, told by the step that follows. */
  public TargetSpec nextStepOf(String field) {
    return new TargetSpec(
        name, kind, classes, logarithm, offset, scale, Optional.of(field), true, labels);
  }

  /** The same where offset and scale are those of the logarithm of 1 + x. */
  public TargetSpec ofLogarithm() {
    return new TargetSpec(name, kind, classes, true, offset, scale, stepsOf, ahead, labels);
  }

  /**
   * Returns numbers as a head learns them: {@code (x - offset) / scale}, or the same of {@code
   * log(1 + x)}.
   *
   * @param values of any shape, in the target's own unit; above -1 where a logarithm is taken
   */
  public NDArray scaled(NDArray values) {
    NDArray taken = logarithm ? values.add(1).log() : values;
    return Scalars.div(taken.sub(offset), scale);
  }

  /**
   * Returns what a head has learnt in the target's own unit: the inverse of {@link #scaled}. Where
   * a logarithm was taken it is at least -1, and finite.
   *
   * @param scores of any shape
   */
  public NDArray unscaled(NDArray scores) {
    NDArray values = Scalars.mul(scores, scale).add(offset);
    return logarithm ? Scalars.minimum(values, GREATEST_LOGARITHM).exp().sub(1) : values;
  }

  /**
   * Returns the labels that are present.
   *
   * @param present one number for each of {@link #labels}: a probability, of which above 0.5 is
   *     decided for, or 0 and 1
   */
  public List<String> presentLabels(float[] present) {
    return IntStream.range(0, labels.size())
        .filter(i -> present[i] > 0.5f)
        .mapToObj(labels::get)
        .toList();
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
