package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.braidml.api.Sequence;

class MaskedTest {

  private static final Shape CUBE = new Shape(2, 2, 2);

  /** Row 0 is full: steps (1, -2) and (3, 4). Row 1 has one step (-5, 6); (7, 8) is padding. */
  private static Sequence cube(Scope scope) {
    return scope.sequence(scope.array(CUBE, 1, -2, 3, 4, -5, 6, 7, 8), 2, 1);
  }

  @OnBothEngines
  void sumAddsTheRealSteps(String engine) {
    try (Scope scope = new Scope(engine)) {
      // row 0: 1 + 3, -2 + 4; row 1: -5, 6
      assertThat(Masked.sum(cube(scope)).toFloatArray()).containsExactly(4, 2, -5, 6);
    }
  }

  @OnBothEngines
  void meanDividesByTheLength(String engine) {
    try (Scope scope = new Scope(engine)) {
      // row 0: 4 / 2, 2 / 2; row 1: -5 / 1, 6 / 1
      assertThat(Masked.mean(cube(scope)).toFloatArray()).containsExactly(2, 1, -5, 6);
    }
  }

  @OnBothEngines
  void maxIgnoresPaddingEvenWhereAllRealStepsAreNegative(String engine) {
    try (Scope scope = new Scope(engine)) {
      // row 0: max(1, 3), max(-2, 4); row 1: only (-5, 6), though padding holds 7 and 8
      assertThat(Masked.max(cube(scope)).toFloatArray()).containsExactly(3, 4, -5, 6);
    }
  }

  @OnBothEngines
  void lastTakesTheStepAtLengthMinusOne(String engine) {
    try (Scope scope = new Scope(engine)) {
      assertThat(Masked.last(cube(scope)).toFloatArray()).containsExactly(3, 4, -5, 6);
    }
  }

  @OnBothEngines
  void zeroClearsPaddedSteps(String engine) {
    try (Scope scope = new Scope(engine)) {
      assertThat(Masked.zero(cube(scope)).toFloatArray()).containsExactly(1, -2, 3, 4, -5, 6, 0, 0);
    }
  }

  @OnBothEngines
  void reverseTurnsRealStepsAndLeavesPadding(String engine) {
    try (Scope scope = new Scope(engine)) {
      // row 0: steps change places; row 1: its one step stays, and so does padding
      assertThat(Masked.reverse(cube(scope)).values().toFloatArray())
          .containsExactly(3, 4, 1, -2, -5, 6, 7, 8);
    }
  }

  @OnBothEngines
  void reverseTwiceIsTheSequenceItself(String engine) {
    try (Scope scope = new Scope(engine)) {
      double[] values = Scope.random(3, 4 * 5 * 2);
      Sequence s = scope.sequence(scope.array(new Shape(4, 5, 2), values), 5, 0, 1, 4);
      assertThat(Masked.reverse(Masked.reverse(s)).values().toFloatArray())
          .isEqualTo(s.values().toFloatArray());
    }
  }

  @OnBothEngines
  void softmaxSharesOneOutAmongRealSteps(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray scores = scope.array(new Shape(2, 2), Math.log(1), Math.log(3), -4, 100);
      // row 0: 1 / (1 + 3), 3 / (1 + 3); row 1: one real step has all, though padding scores 100
      assertThat(Masked.softmax(scores, cube(scope)).toFloatArray())
          .containsExactly(new float[] {0.25f, 0.75f, 1, 0}, within(1e-6f));
    }
  }

  @OnBothEngines
  void weightedSumMultipliesStepsByTheirWeights(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray weights = scope.array(new Shape(2, 2), 0.25, 0.75, 1, 0);
      // row 0: 0.25 * 1 + 0.75 * 3 = 2.5, 0.25 * -2 + 0.75 * 4 = 2.5; row 1: -5, 6
      assertThat(Masked.weightedSum(cube(scope), weights).toFloatArray())
          .containsExactly(2.5f, 2.5f, -5, 6);
    }
  }

  @OnBothEngines
  void theGradientOfTheMeanIsTheMaskOverTheLength(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray values = scope.leaf(scope.array(CUBE, 1, -2, 3, 4, -5, 6, 7, 8));
      double[] gradient =
          scope.gradient(values, () -> Masked.mean(scope.sequence(values, 2, 1)).sum());
      assertThat(gradient).containsExactly(0.5, 0.5, 0.5, 0.5, 1, 1, 0, 0);
    }
  }

  private static Map<String, Function<Sequence, NDArray>> reductions() {
    return Map.of(
        "sum", Masked::sum,
        "mean", Masked::mean,
        "max", Masked::max,
        "last", Masked::last,
        "zero", Masked::zero,
        "softmax", s -> Masked.softmax(s.values().mean(new int[] {2}), s),
        "attention", s -> Masked.weightedSum(s, Masked.softmax(s.values().sum(new int[] {2}), s)));
  }

  @OnBothEngines
  void paddingChangesNeitherResultNorGradientByABit(String engine) {
    for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
      try (Scope scope = new Scope(engine)) {
        SoftAssertions softly = new SoftAssertions();
        double[] quiet = Scope.random(5, 4 * 3 * 2);
        reductions()
            .forEach(
                (name, reduction) -> {
                  Result expected = run(scope, type, quiet, reduction);
                  for (double noise : new double[] {-1, 1e4, -3e30}) {
                    Result given = run(scope, type, noisy(quiet, noise), reduction);
                    softly.assertThat(given.value).as(name).isEqualTo(expected.value);
                    softly.assertThat(given.gradient).as(name).isEqualTo(expected.gradient);
                  }
                });
        softly.assertAll();
      }
    }
  }

  private static final int[] LENGTHS = {3, 0, 1, 2};

  private record Result(double[] value, double[] gradient) {}

  private static Result run(
      Scope scope, DataType type, double[] values, Function<Sequence, NDArray> reduction) {
    NDArray x = scope.leaf(scope.array(type, new Shape(4, 3, 2), values));
    double[] value = HostArrays.toDoubles(reduction.apply(scope.sequence(x, LENGTHS)));
    double[] gradient =
        scope.gradient(
            x,
            () -> {
              NDArray y = reduction.apply(scope.sequence(x, LENGTHS));
              return y.mul(y).sum();
            });
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += 0.0; // the sign of a zero gradient at padding is noise and means nothing
    }
    return new Result(value, gradient);
  }

  private static double[] noisy(double[] values, double noise) {
    double[] noisy = values.clone();
    for (int row = 0; row < 4; row++) {
      for (int i = LENGTHS[row] * 2; i < 6; i++) {
        noisy[row * 6 + i] = noise * (i + 1);
      }
    }
    return noisy;
  }

  @OnBothEngines
  void emptyRowsGiveZeros(String engine) {
    try (Scope scope = new Scope(engine)) {
      double[] values = Scope.random(5, 4 * 3 * 2);
      Sequence s = scope.sequence(scope.array(new Shape(4, 3, 2), values), LENGTHS);
      reductions()
          .forEach(
              (name, reduction) ->
                  assertThat(reduction.apply(s).get(1).toFloatArray()).as(name).containsOnly(0f));
    }
  }

  @OnBothEngines
  void scoresOfAnotherShapeAreRefused(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray scores = scope.array(new Shape(2, 3), 1, 2, 3, 4, 5, 6);
      assertThatThrownBy(() -> Masked.softmax(scores, cube(scope)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("scores: expected shape (2, 2), given (2, 3)");
    }
  }
}
