package org.braidml.encoder.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.OptionalInt;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;

/** One number a step, a state of one number, and the arithmetic. Padding holds 37. */
final class EncodersByHandTest {

  /** All gates at sigmoid(0) = 1/2, the candidate tanh(x). */
  private static Map<String, double[]> lstm(String prefix) {
    return Map.of(
        prefix + "weight-ih", new double[] {0, 0, 1, 0},
        prefix + "weight-hh", new double[4],
        prefix + "bias-ih", new double[4],
        prefix + "bias-hh", new double[4]);
  }

  private static void assertRows(double[][] given, double[][] expected) {
    for (int row = 0; row < expected.length; row++) {
      assertThat(given[row]).as("row %d", row).containsExactly(expected[row], within(1e-6));
    }
  }

  private static Encoded encode(
      Stage stage, String settings, Map<String, double[]> parameters, double[]... rows) {
    SequenceEncoderBlock block = Configured.encoder(settings, SequenceSpec.of("hand", 1));
    stage.set(block, parameters);
    return block.forward(stage.evaluation(), stage.padded(rows), Condition.NONE);
  }

  /**
   * c1 = tanh(1) / 2 = .380797, h1 = tanh(c1) / 2 = .181700; c2 = c1 / 2 - .380797 = -.190399, h2 =
   * tanh(c2) / 2 = -.094065.
   */
  @EachEngine
  void lstmFollowsItsEquations(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Encoded encoded =
          encode(
              stage,
              "type = lstm, hidden-size = 1",
              lstm("stack.layer-0."),
              new double[] {1, -1},
              new double[] {1},
              new double[0]);
      assertRows(
          Stage.rows(encoded.states()), new double[][] {{0.18169974, -0.09406533}, {0.18169974}});
      assertRows(Stage.rows(encoded.encoding()), new double[][] {{-0.09406533}, {0.18169974}, {0}});
    }
  }

  /**
   * r = z = 1/2: h1 = tanh(1) / 2 = .380797; n2 = tanh(-1 + r * 2 h1) = -.550573, h2 = n2 / 2 + h1
   * / 2 = -.084888.
   */
  @EachEngine
  void gruFollowsItsEquations(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Encoded encoded =
          encode(
              stage,
              "type = gru, hidden-size = 1",
              Map.of(
                  "stack.layer-0.weight-ih", new double[] {0, 0, 1},
                  "stack.layer-0.weight-hh", new double[] {0, 0, 2},
                  "stack.layer-0.bias-ih", new double[3],
                  "stack.layer-0.bias-hh", new double[3]),
              new double[] {1, -1},
              new double[] {1},
              new double[0]);
      assertRows(
          Stage.rows(encoded.states()), new double[][] {{0.38079708, -0.08488787}, {0.38079708}});
      assertRows(Stage.rows(encoded.encoding()), new double[][] {{-0.08488787}, {0.38079708}, {0}});
    }
  }

  /**
   * The gates read 0, the candidates x and -x; a layer norm of c = (a, -a) is (1, -1) but for the
   * epsilon. c1 = tanh(1) / 2 (1, -1) = (.380797, -.380797), h1 = tanh(1, -1) / 2. The second row
   * ends there and keeps it. c2 = c1 / 2 - .380797 (1, -1) = (-.190399, .190399), h2 = -h1.
   */
  @EachEngine
  void layerNormLstmFollowsItsEquations(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      SequenceEncoderBlock block =
          Configured.encoder(
              "type = cell-rnn, cell { type = layer-norm-lstm, hidden-size = 2, epsilon = 1e-12 }",
              SequenceSpec.of("hand", 1));
      String layer = "stack.layer-0.";
      Map<String, double[]> parameters = new java.util.HashMap<>();
      // Of eight numbers (0, 0, 0, 0, x, -x, 0, 0) the deviation is |x| / 2: gains of 1/2 keep x =
      // 1.
      parameters.put(layer + "input.weight", new double[] {0, 0, 0, 0, 1, -1, 0, 0});
      parameters.put(layer + "input-norm.weight", new double[] {0, 0, 0, 0, 0.5, 0.5, 0, 0});
      parameters.put(layer + "input-norm.bias", new double[8]);
      parameters.put(layer + "recurrent.weight", new double[16]);
      parameters.put(layer + "recurrent-norm.weight", new double[8]);
      parameters.put(layer + "recurrent-norm.bias", new double[8]);
      parameters.put(layer + "bias", new double[8]);
      parameters.put(layer + "cell-norm.weight", new double[] {1, 1});
      parameters.put(layer + "cell-norm.bias", new double[2]);
      stage.set(block, parameters);
      Encoded encoded =
          block.forward(
              stage.evaluation(),
              stage.padded(new double[] {1, -1}, new double[] {1}, new double[0]),
              Condition.NONE);
      double h = Math.tanh(1) / 2;
      assertRows(Stage.rows(encoded.states()), new double[][] {{h, -h, -h, h}, {h, -h}, {}});
      assertRows(Stage.rows(encoded.encoding()), new double[][] {{-h, h}, {h, -h}, {0, 0}});
      assertThat(encoded.finalState()).isNotNull();
      double[][] cells = Stage.rows(encoded.finalState().carry().get(1));
      double c = Math.tanh(1) / 2;
      assertRows(cells, new double[][] {{-c / 2, c / 2}, {c, -c}, {0, 0}});
    }
  }

  /**
   * relu(1 + 0), relu(0 - 3) = 1, 0; then c1 = .380797, c2 = c1 / 2 = .190399, h2 = tanh(c2) / 2 =
   * .094065. A row of one step is shorter than the kernel.
   */
  @EachEngine
  void convLstmReadsWhatTheFiltersFound(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Map<String, double[]> parameters = new java.util.HashMap<>(lstm("lstm.stack.layer-0."));
      parameters.put("convolution.weight", new double[] {1, 1});
      parameters.put("convolution.bias", new double[] {0});
      String settings =
          "type = conv-lstm, filters = 1, kernel = 2, padding = valid, hidden-size = 1";
      Encoded encoded =
          encode(stage, settings, parameters, new double[] {1, 0, -3}, new double[] {1});
      assertRows(Stage.rows(encoded.encoding()), new double[][] {{0.09406533}, {0}});
      assertThat(encoded.states().lengths().toArray()).containsExactly(2, 0);

      // max(1, 0) = 1 is one step: h1 = .181700
      Encoded pooled =
          encode(
              stage,
              settings + ", max-pool = 2",
              parameters,
              new double[] {1, 0, -3},
              new double[0]);
      assertRows(Stage.rows(pooled.encoding()), new double[][] {{0.18169974}, {0}});
    }
  }

  /**
   * The filter adds two neighbours: relu(1 + 0, 0 + 4, 4 - 3, -3 + 2) = 1, 4, 1, 0; of windows of
   * two 4 and 1 are left. Of (2, -5) relu(-3) = 0, and a row of one step is shorter than the
   * kernel.
   */
  @EachEngine
  void convPoolTakesTheGreatestOfWhatTheFilterFound(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Map<String, double[]> parameters =
          Map.of("convolution.weight", new double[] {1, 1}, "convolution.bias", new double[] {0});
      String settings = "type = conv-pool, filters = 1, kernel = 2, padding = valid, max-pool = 2";
      double[][] rows = {{1, 0, 4, -3, 2}, {2, -5}, {7}, {}};
      Encoded greatest = encode(stage, settings, parameters, rows);
      assertRows(Stage.rows(greatest.states()), new double[][] {{4, 1}, {0}, {}, {}});
      assertRows(Stage.rows(greatest.encoding()), new double[][] {{4}, {0}, {0}, {0}});
      Encoded mean = encode(stage, settings + ", pooling { type = mean }", parameters, rows);
      assertRows(Stage.rows(mean.encoding()), new double[][] {{2.5}, {0}, {0}, {0}});

      SequenceSpec five = new SequenceSpec("hand", 1, 1, OptionalInt.of(5));
      var flat = Configured.encoder(settings + ", pooling { type = flatten }", five);
      assertThat(flat.encodingWidth()).isEqualTo(2);
      stage.set(flat, parameters);
      Encoded kept = flat.forward(stage.evaluation(), stage.padded(rows), Condition.NONE);
      assertRows(Stage.rows(kept.encoding()), new double[][] {{4, 1}, {0, 0}, {0, 0}, {0, 0}});
    }
  }

  /** (1 + 2 + 6) / 3. */
  @EachEngine
  void meanEmbeddingIsTheMaskedMean(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Encoded encoded =
          encode(
              stage,
              "type = mean-embedding, dropout = 0.5",
              Map.of(),
              new double[] {1, 2, 6},
              new double[] {4},
              new double[0]);
      assertRows(Stage.rows(encoded.encoding()), new double[][] {{3}, {4}, {0}});
      assertRows(Stage.rows(encoded.states()), new double[][] {{1, 2, 6}, {4}, {}});
      assertThat(encoded.finalState()).isNull();
    }
  }
}
