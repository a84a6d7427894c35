package org.braidml.encoder.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;

/** Small cases with the arithmetic beside them. Padding holds 37. */
final class TransformsByHandTest {

  private static final Map<String, double[]> PAIR =
      Map.of("convolution.weight", new double[] {1, 10}, "convolution.bias", new double[] {0.5});

  private static void assertRows(
      String engine,
      String settings,
      Map<String, double[]> parameters,
      double[][] rows,
      double[][] expected) {
    SequenceTransformBlock block = Configured.transform(settings, SequenceSpec.of("hand", 1));
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.set(block, parameters);
      double[][] given = Stage.rows(block.forward(stage.evaluation(), stage.padded(rows)));
      for (int row = 0; row < rows.length; row++) {
        assertThat(given[row]).as("row %d", row).containsExactly(expected[row], within(1e-5));
      }
    }
  }

  /** An even kernel has its odd zero on the right: 1 + 10*2 + .5, 2 + 10*3 + .5, 3 + 0 + .5. */
  @EachEngine
  void sameConvolutionSeesZerosBeyondTheEndOfEachRow(String engine) {
    assertRows(
        engine,
        "type = conv1d, filters = 1, kernel = 2, padding = same, activation = identity",
        PAIR,
        new double[][] {{1, 2, 3}, {4}, {}},
        new double[][] {{21.5, 32.5, 3.5}, {4.5}, {}});
  }

  /** n - k + 1 results: 1 + 20 + .5, 2 + 30 + .5; a row shorter than the kernel has none. */
  @EachEngine
  void validConvolutionStaysInsideEachRow(String engine) {
    assertRows(
        engine,
        "type = conv1d, filters = 1, kernel = 2, padding = valid, activation = identity",
        PAIR,
        new double[][] {{1, 2, 3}, {4}, {5, -6}},
        new double[][] {{21.5, 32.5}, {}, {-54.5}});
  }

  /** Zero before the first step: 0 + 10 + .5, 1 + 20 + .5, then relu(2 - 30 + .5). */
  @EachEngine
  void causalConvolutionReadsNoLaterStep(String engine) {
    assertRows(
        engine,
        "type = conv1d, filters = 1, kernel = 2, padding = causal, activation = relu",
        PAIR,
        new double[][] {{1, 2, -3}, {4}},
        new double[][] {{10.5, 21.5, 0}, {40.5}});
  }

  /** Windows {0, 2}, {2, 4}: 1 + 30 + .5, 3 + 50 + .5; a span of 3 does not fit into 2 steps. */
  @EachEngine
  void strideAndDilationSkipSteps(String engine) {
    assertRows(
        engine,
        "type = conv1d, filters = 1, kernel = 2, stride = 2, dilation = 2, padding = valid,"
            + " activation = identity",
        PAIR,
        new double[][] {{1, 2, 3, 4, 5}, {6, 7}},
        new double[][] {{31.5, 53.5}, {}});
  }

  @EachEngine
  void allRowsShorterThanTheKernelLeaveOnePaddedStep(String engine) {
    SequenceTransformBlock block =
        Configured.transform(
            "type = conv1d, kernel = 5, padding = valid", SequenceSpec.of("short", 1));
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.initialize(block);
      Sequence result =
          block.forward(stage.evaluation(), stage.padded(new double[] {1, 2}, new double[] {3}));
      assertThat(result.lengths().toArray()).containsOnly(0);
      assertThat(result.values().getShape()).isEqualTo(new Shape(2, 1, 64));
    }
  }

  /** max(1, -2), max(-3, -4), -5 alone: padding (37) is never the greatest, nor is a zero. */
  @EachEngine
  void maxPoolIgnoresPadding(String engine) {
    assertRows(
        engine,
        "type = max-pool, size = 2, stride = 2",
        Map.of(),
        new double[][] {{1, -2, -3, -4, -5}, {-7}, {}},
        new double[][] {{1, -3, -5}, {-7}, {}});
  }

  /** (1 + 2 + 6) / 3, (6 + 4) / 2: the second window of 3 reaches beyond the end. */
  @EachEngine
  void meanPoolDividesByRealSteps(String engine) {
    assertRows(
        engine,
        "type = mean-pool, size = 3, stride = 2",
        Map.of(),
        new double[][] {{1, 2, 6, 4}, {5, 7}, {}},
        new double[][] {{3, 5}, {6}, {}});
  }

  /** 2 * 3 - 1 and relu(2 * -4 - 1). */
  @EachEngine
  void linearMapsEachStep(String engine) {
    assertRows(
        engine,
        "type = linear, size = 1, activation = relu",
        Map.of("linear.weight", new double[] {2}, "linear.bias", new double[] {-1}),
        new double[][] {{3, -4}, {0.5}},
        new double[][] {{5, 0}, {0}});
  }

  @EachEngine
  void dropoutDoesNothingInEvaluation(String engine) {
    assertRows(
        engine,
        "type = dropout, rate = 0.9",
        Map.of(),
        new double[][] {{3, -4}, {0.5}},
        new double[][] {{3, -4}, {0.5}});
  }

  /**
   * (1, 3): mean 2, variance 1, so (-1, 1) / sqrt(1 + 3) = (-.5, .5); times (2, 4) plus (10, 20).
   */
  @EachEngine
  void layerNormScalesEachStep(String engine) {
    SequenceTransformBlock block =
        Configured.transform("type = layer-norm, epsilon = 3", SequenceSpec.of("hand", 2));
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.set(
          block, Map.of("norm.weight", new double[] {2, 4}, "norm.bias", new double[] {10, 20}));
      Sequence input = stage.sequence(new Shape(1, 2, 2), new double[] {1, 3, 37, 37}, 1);
      double[][] given = Stage.rows(block.forward(stage.evaluation(), input));
      assertThat(given[0]).containsExactly(new double[] {9, 22}, within(1e-5));
    }
  }
}
