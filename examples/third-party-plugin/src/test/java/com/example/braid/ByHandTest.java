package com.example.braid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;

/** Small cases with the arithmetic. Padding holds what must not matter. */
final class ByHandTest {

  private static final Offset<Double> NEAR = within(1e-5);

  /** Rows 1 2 3 4, then -1, then nothing. */
  private static Sequence steps(Stage stage) {
    return stage.padded(new double[] {1, 2, 3, 4}, new double[] {-1}, new double[0]);
  }

  private static Encoded encode(Stage stage, String settings, double weight) {
    SequenceEncoderBlock block = Configured.encoder(settings, SequenceSpec.of("hand", 1));
    Map<String, double[]> values = new LinkedHashMap<>();
    ParameterPaths.of(block)
        .forEach(
            (path, parameter) -> {
              double[] all = new double[(int) parameter.getShape().size()];
              Arrays.fill(all, path.endsWith("bias") ? 0 : weight);
              values.put(path, all);
            });
    stage.set(block, values);
    return block.forward(stage.evaluation(), steps(stage), Condition.NONE);
  }

  private static void assertRows(double[][] given, double[]... expected) {
    assertThat(given).hasNumberOfRows(expected.length);
    for (int row = 0; row < expected.length; row++) {
      assertThat(given[row]).as("row %d", row).containsExactly(expected[row], NEAR);
    }
  }

  /**
   * All weights 1. Dilation 1: 1 2 3 4 gives 1 3 5 7, that 1 4 8 12, plus the shortcut 2 6 11 16.
   * Dilation 2: 2 6 13 22, that 2 6 15 28, plus the shortcut 4 12 26 44, whose mean is 21.5. Of -1
   * the rectifiers leave 0.
   */
  @EachEngine
  void tcnAddsItsPast(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Encoded encoded = encode(stage, "type = tcn, channels = 1, levels = 2, kernel = 2", 1);
      assertRows(
          Stage.rows(encoded.states()), new double[] {4, 12, 26, 44}, new double[] {0}, new double[0]);
      assertRows(
          Stage.rows(encoded.encoding()),
          new double[] {21.5, 44},
          new double[] {0, 0},
          new double[] {0, 0});
    }
  }

  /** Age log(1) = 0, so a = 1/2: 1, 1.5, 2.25, 3.125. */
  @EachEngine
  void movingAverageGoesHalfWay(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Encoded encoded = encode(stage, "type = moving-average", 0);
      assertThat(Stage.rows(encoded.states())[0])
          .containsExactly(new double[] {1, 1.5, 2.25, 3.125}, NEAR);
      assertThat(Stage.numbers(encoded.encoding()))
          .containsExactly(new double[] {3.125, -1, 0}, NEAR);
    }
  }

  /** Frames of three: 1 2 3 and 4 0 0; -1 0 0; none. */
  @EachEngine
  void framesStandSideBySide(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Sequence frames =
          Configured.transform("type = stack-frames, size = 3", SequenceSpec.of("hand", 1))
              .forward(stage.evaluation(), steps(stage));
      assertThat(frames.lengths().toArray()).containsExactly(2, 1, 0);
      assertRows(
          Stage.rows(frames),
          new double[] {1, 2, 3, 4, 0, 0},
          new double[] {-1, 0, 0},
          new double[0]);
    }
  }

  /**
   * Of eight numbers (0, 0, 0, 0, x, -x, 0, 0) the deviation is |x| / 2, so that gains of 1/2 make
   * the candidates 1 and -1, and the other gates read 0. Memory (.5, -.5) is kept at sigmoid(1) =
   * .731059: c = .365529 + tanh(1) / 2 = .746327, its norm (1, -1), h = tanh(1) / 2 = .380797.
   */
  @EachEngine
  void lnLstmFollowsItsEquations(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      RecurrentCellBlock cell = Configured.cell("type = ln-lstm, hidden-size = 2", 1);
      stage.set(
          cell,
          Map.of(
              "input.weight", new double[] {0, 0, 0, 0, 1, -1, 0, 0},
              "input-norm.weight", new double[] {0, 0, 0, 0, 0.5, 0.5, 0, 0},
              "input-norm.bias", new double[8],
              "recurrent.weight", new double[16],
              "recurrent-norm.weight", new double[8],
              "recurrent-norm.bias", new double[8],
              "cell-norm.weight", new double[] {1, 1},
              "cell-norm.bias", new double[2]));
      Shape row = new Shape(1, 2);
      List<NDArray> next =
          cell.step(
              stage.evaluation(),
              stage.array(new Shape(1, 1), 1),
              List.of(stage.array(row, 7, 7), stage.array(row, 0.5, -0.5)));
      assertThat(Stage.numbers(next.get(0)))
          .containsExactly(new double[] {0.380797, -0.380797}, within(1e-4));
      assertThat(Stage.numbers(next.get(1)))
          .containsExactly(new double[] {0.746327, -0.746327}, within(1e-4));
    }
  }

  /** (1 + 2 + 3 + 4) / 4 and 4; -1 twice; zeros. */
  @EachEngine
  void meanAndMaxStandSideBySide(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      StatesSpec states = StatesSpec.of(SequenceSpec.of("hand", 1), 1);
      NDArray encoding =
          Configured.pooling("type = mean-max", states)
              .forward(stage.evaluation(), steps(stage), null)
              .encoding();
      assertThat(Stage.numbers(encoding))
          .containsExactly(new double[] {2.5, 4, -1, -1, 0, 0}, NEAR);
    }
  }

  /** (2 * 5 * -1, 3 * 7 * 0.5). */
  @EachEngine
  void productMultipliesElements(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Shape row = new Shape(1, 2);
      NDArray product =
          Configured.merger(
                  "type = product",
                  List.of(
                      new EncodingSpec("a", 2), new EncodingSpec("b", 2), new EncodingSpec("c", 2)))
              .forward(
                  stage.evaluation(),
                  List.of(stage.array(row, 2, 3), stage.array(row, 5, 7), stage.array(row, -1, 0.5)));
      assertThat(Stage.numbers(product)).containsExactly(new double[] {-10, 10.5}, NEAR);
    }
  }

  /**
   * Targets 3 and -1 of mean 1 and deviation 2 are 1 and -1; the score is 0: errors 1 and -1 cost .9
   * and .1 at a level of .9.
   */
  @EachEngine
  void quantileWeighsErrorsBySide(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      TargetSpec target =
          new TargetSpec("due", TargetSpec.Kind.REGRESSION, List.of(), 1, 2);
      HeadBlock head =
          Configured.head("type = quantile, level = 0.9", new EncodingSpec("a", 1), target);
      stage.set(head, Map.of("linear.weight", new double[] {5}, "linear.bias", new double[1]));
      NDArray scores =
          head.forward(
              stage.evaluation(), new HeadInput(stage.array(new Shape(2, 1), 0, 0), null));
      NDArray targets = stage.array(new Shape(2), 3, -1);
      var loss = head.loss(scores, new TargetBatch(targets, new float[] {3, -1}));
      assertThat(Stage.numbers(loss.total())).containsExactly(new double[] {1}, NEAR);
      assertThat(loss.weight()).isEqualTo(2);
      assertThat(Stage.numbers(head.predict(scores))).containsExactly(new double[] {1, 1}, NEAR);
    }
  }
}
