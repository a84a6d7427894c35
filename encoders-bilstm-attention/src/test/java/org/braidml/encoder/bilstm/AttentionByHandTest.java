package org.braidml.encoder.bilstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;
import org.jspecify.annotations.Nullable;

/** Small cases with the arithmetic beside them. Padding holds 37. */
final class AttentionByHandTest {

  private static final double LN2 = Math.log(2);
  private static final double LN3 = Math.log(3);
  private static final StatesSpec STATES = StatesSpec.of(SequenceSpec.of("hand", 1), 1);

  private static void assertPooled(Pooled pooled, double[] weights, double... encoding) {
    NDArray given = pooled.weights();
    assertThat(given).isNotNull();
    assertThat(Stage.numbers(given)).containsExactly(weights, within(1e-6));
    assertThat(Stage.numbers(pooled.encoding())).containsExactly(encoding, within(1e-6));
  }

  private static Pooled pool(
      Stage stage,
      String settings,
      Map<String, double[]> parameters,
      Sequence states,
      @Nullable NDArray query) {
    PoolingBlock block = Configured.pooling(settings, query == null ? STATES : STATES.withQuery(1));
    stage.set(block, parameters);
    Map<String, NDArray> taps = new HashMap<>();
    Pooled pooled = block.forward(stage.evaluation().tappedBy(taps::put), states, query);
    assertThat(taps).hasSize(1).containsEntry("weights", pooled.weights());
    return pooled;
  }

  /** Scores 0 and ln 3, so weights 1/4 and 3/4; a single step has weight 1, an empty row none. */
  @EachEngine
  void learnedVectorScoresEachState(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Pooled pooled =
          pool(
              stage,
              "type = learned-vector",
              Map.of("score.weight", new double[] {LN3}),
              stage.padded(new double[] {0, 1}, new double[] {-5}, new double[0]),
              null);
      assertPooled(pooled, new double[] {0.25, 0.75, 1, 0, 0, 0}, 0.75, -5, 0);
    }
  }

  /** tanh(100 * 0) = 0 and tanh(100 * 1) = 1, times ln 3: weights 1/4 and 3/4. */
  @EachEngine
  void additiveAttentionScoresThroughTanh(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Pooled pooled =
          pool(
              stage,
              "type = additive-attention, size = 1",
              Map.of(
                  "state.weight", new double[] {100},
                  "state.bias", new double[] {0},
                  "score.weight", new double[] {LN3}),
              stage.padded(new double[] {0, 1}, new double[] {2}, new double[0]),
              null);
      assertPooled(pooled, new double[] {0.25, 0.75, 1, 0, 0, 0}, 0.75, 2, 0);
    }
  }

  /**
   * tanh(100 h - 100) = -1, 0, 1 of h = 0, 1, 2, times ln 2: weights as 1/2 : 1 : 2, that is 1/7,
   * 2/7, 4/7, and 2/7 + 8/7.
   */
  @EachEngine
  void additiveAttentionAddsTheQuery(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Pooled pooled =
          pool(
              stage,
              "type = additive-attention, size = 1, query = true",
              Map.of(
                  "state.weight", new double[] {100},
                  "state.bias", new double[] {0},
                  "query.weight", new double[] {100},
                  "score.weight", new double[] {LN2}),
              stage.padded(new double[] {0, 1, 2}, new double[0]),
              stage.array(new Shape(2, 1), -1, 37));
      assertPooled(pooled, new double[] {1.0 / 7, 2.0 / 7, 4.0 / 7, 0, 0, 0}, 10.0 / 7, 0);
    }
  }

  /** W q = 2 ln(3) / 2 = ln 3; scores ln 3 and 2 ln 3, as 3 : 9, so 1/4 and 3/4: 1/4 + 6/4. */
  @EachEngine
  void multiplicativeAttentionAsksWithTheFinalOutput(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Pooled pooled =
          pool(
              stage,
              "type = multiplicative-attention",
              Map.of("query.weight", new double[] {2}),
              stage.padded(new double[] {1, 2}, new double[] {7}, new double[0]),
              stage.array(new Shape(3, 1), LN3 / 2, 1, 37));
      assertPooled(pooled, new double[] {0.25, 0.75, 1, 0, 0, 0}, 1.75, 7, 0);
    }
  }

  /** States of width 4: the score 2 ln 3 over sqrt(4) is ln 3, the other 0. */
  @EachEngine
  void scaledScoresAreDividedByTheRootOfTheWidth(String engine) {
    PoolingBlock block =
        Configured.pooling(
            "type = multiplicative-attention, scaled = true",
            StatesSpec.of(SequenceSpec.of("hand", 4), 4).withQuery(1));
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.set(block, Map.of("query.weight", new double[] {0, 2, 0, 0}));
      Sequence states =
          stage.sequence(new Shape(1, 2, 4), new double[] {8, 0, 0, 0, 0, 1, 0, 4}, 2);
      NDArray query = stage.array(new Shape(1, 1), LN3);
      Pooled pooled = block.forward(stage.evaluation(), states, query);
      assertPooled(pooled, new double[] {0.25, 0.75}, 2, 0.75, 0, 3);
    }
  }

  /**
   * Gates at 1/2, candidate tanh(x), over 1, -1: forward .181700, -.094065 and, read from the end,
   * backward -.181700 at the last and .094065 at the first step. Scores 0 make the mean: forward
   * .043817, backward -.043817. Of the single step 1 it is .181700 in both directions.
   */
  @EachEngine
  void bothDirectionsStartAtTheEndsOfEachRow(String engine) {
    SequenceEncoderBlock block =
        Configured.encoder(
            "type = bilstm-attention, hidden-size = 1, pooling { type = learned-vector }",
            SequenceSpec.of("hand", 1));
    Map<String, double[]> parameters = new HashMap<>();
    for (String layer : new String[] {"stack.layer-0.", "stack.layer-0-reverse."}) {
      parameters.put(layer + "weight-ih", new double[] {0, 0, 1, 0});
      parameters.put(layer + "weight-hh", new double[4]);
      parameters.put(layer + "bias-ih", new double[4]);
      parameters.put(layer + "bias-hh", new double[4]);
    }
    parameters.put("pooling.score.weight", new double[2]);
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.set(block, parameters);
      Sequence input = stage.padded(new double[] {1, -1}, new double[] {1}, new double[0]);
      Encoded encoded = block.forward(stage.evaluation(), input, Condition.NONE);
      assertThat(Stage.rows(encoded.states())[0])
          .containsExactly(
              new double[] {0.18169974, 0.09406533, -0.09406533, -0.18169974}, within(1e-6));
      assertThat(Stage.numbers(encoded.encoding()))
          .containsExactly(
              new double[] {0.04381720, -0.04381720, 0.18169974, 0.18169974, 0, 0}, within(1e-6));
    }
  }
}
