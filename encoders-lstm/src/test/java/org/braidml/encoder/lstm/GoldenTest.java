package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every component against PyTorch, through the configuration. */
final class GoldenTest {

  private static final List<String> CASES =
      List.of(
          "conv-lstm",
          "conv-lstm-pooled",
          "conv-lstm-valid",
          "conv1d-causal",
          "conv1d-same",
          "conv1d-same-dilated",
          "conv1d-same-even",
          "conv1d-same-strided",
          "conv1d-valid",
          "conv1d-valid-strided",
          "gru",
          "gru-2-both",
          "layer-norm",
          "linear",
          "lstm",
          "lstm-2-both",
          "lstm-mean",
          "max-pool",
          "max-pool-overlapping",
          "mean-embedding",
          "mean-pool",
          "mean-pool-overlapping",
          "pooling-last",
          "pooling-max",
          "pooling-mean",
          "pooling-sum");

  static Stream<Arguments> cases() {
    return Engines.available().stream()
        .flatMap(engine -> CASES.stream().map(name -> Arguments.of(engine, name)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void resultsAreThoseOfPyTorchForEachRowAlone(String engine, String name) {
    Golden golden = Golden.read(name);
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      check(stage, golden, 1e-5, 1e-4);
    }
    try (Stage stage = new Stage(engine, DataType.FLOAT64)) {
      check(stage, golden, 1e-7, 1e-7);
    }
  }

  private static void check(Stage stage, Golden golden, double absolute, double relative) {
    int width = golden.number("width");
    Shape shape = new Shape(golden.lengths().length, golden.number("time"), width);
    Sequence input = stage.sequence(shape, golden.numbers("input"), golden.lengths());
    SequenceSpec spec = SequenceSpec.of("golden", width);
    var settings = golden.file().getObject("config");
    switch (golden.file().getString("spi")) {
      case "sequence-transform" -> {
        SequenceTransformBlock block = Configured.transform(settings, spec);
        stage.set(block, golden.parameters());
        Sequence result = block.forward(stage.evaluation(), input);
        golden.check("result", Stage.rows(result), absolute, relative);
      }
      case "sequence-encoder" -> {
        SequenceEncoderBlock block = Configured.encoder(settings, spec);
        stage.set(block, golden.parameters());
        Map<String, NDArray> taps = new HashMap<>();
        Encoded encoded =
            block.forward(stage.evaluation().tappedBy(taps::put), input, Condition.NONE);
        golden.check("encoding", Stage.rows(encoded.encoding()), absolute, relative);
        golden.check("result", Stage.rows(encoded.states()), absolute, relative);
        weights(golden, input, taps.get("pooling.weights"), absolute, relative);
      }
      case "pooling" -> pooling(stage, golden, input, absolute, relative);
      default -> throw new AssertionError(golden.file().getString("spi"));
    }
  }

  private static void pooling(
      Stage stage, Golden golden, Sequence states, double absolute, double relative) {
    StatesSpec spec = StatesSpec.of(SequenceSpec.of("golden", states.width()), states.width());
    NDArray query = null;
    if (golden.file().hasPath("query")) {
      int width = golden.number("query-width");
      spec = spec.withQuery(width);
      query = stage.array(new Shape(states.lengths().batch(), width), golden.numbers("query"));
    }
    PoolingBlock block = Configured.pooling(golden.file().getObject("config"), spec);
    stage.set(block, golden.parameters());
    Pooled pooled = block.forward(stage.evaluation(), states, query);
    golden.check("encoding", Stage.rows(pooled.encoding()), absolute, relative);
    weights(golden, states, pooled.weights(), absolute, relative);
  }

  private static void weights(
      Golden golden, Sequence states, @Nullable NDArray weights, double absolute, double relative) {
    if (weights != null) {
      Sequence steps = states.withValues(weights.expandDims(2));
      golden.check("weights", Stage.rows(steps), absolute, relative);
    }
  }
}
