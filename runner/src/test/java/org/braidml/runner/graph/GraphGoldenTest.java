package org.braidml.runner.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.braidml.api.Pass;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.FieldSpec;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.Configured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole small models beside PyTorch, which computes each row alone; by src/test/golden/graph.py.
 */
final class GraphGoldenTest {

  private static final Config FILE = ConfigFactory.parseResources("golden/graph.json");
  private static final int X = 3;
  private static final int Z = 2;

  static Stream<Arguments> cases() {
    return Engines.available().stream()
        .flatMap(
            engine ->
                FILE.getConfigList("cases").stream()
                    .map(golden -> Arguments.of(engine, golden.getString("name"), golden)));
  }

  /** FLOAT32 keeps 6e-8 of each number; the logits are sums of some dozens of terms. */
  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void logitsEqualPyTorch(String engine, String name, Config golden) {
    ModelBlock model = model(golden.getString("model"));
    Map<String, double[]> parameters = parameters(golden.getConfig("parameters"));
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      assertThat(ParameterPaths.of(model)).containsOnlyKeys(parameters.keySet());
      ParameterPaths.assign(model, parameters);
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      NDArray logits =
          ModelBlock.scoresOf(
              model.heads().get(0),
              model.forward(pass, model.layout().arrays(manager, batch(golden))));
      float[] given = logits.toFloatArray();
      double[] due = doubles(golden, "logits");
      assertThat(given).hasSize(due.length);
      for (int row = 0; row < due.length; row++) {
        assertThat((double) given[row]).as("row %d", row).isCloseTo(due[row], within(1e-5));
      }
    }
  }

  private static ModelBlock model(String hocon) {
    Binder binder = new Binder(Configured.registry(), new DefaultValues());
    ModelConfig config =
        binder
            .bind(ModelConfig.class, ConfigFactory.parseString(hocon).root(), "model")
            .orElseThrow(() -> new AssertionError(binder.problems()));
    Map<String, FieldSpec> fields = new TreeMap<>();
    fields.put("x", new FieldSpec.Values("x", X, OptionalInt.empty()));
    fields.put("z", new FieldSpec.Values("z", Z, OptionalInt.empty()));
    fields.put(
        "who", new FieldSpec.Statics(new StaticSpec("who", List.of("age", "weight"), List.of())));
    TargetSpec target =
        new TargetSpec("target", TargetSpec.Kind.BINARY, List.of("negative", "positive"));
    ModelBuilder.Result result = ModelBuilder.build(config, fields, Map.of("target", target));
    return result.model().orElseThrow(() -> new AssertionError(result.problems()));
  }

  private static Batch batch(Config golden) {
    int[] lengths = FILE.getIntList("lengths").stream().mapToInt(Integer::intValue).toArray();
    int time = FILE.getInt("time");
    return new Batch(
        lengths.length,
        new int[] {0, 1, 2, 3},
        Map.of(
            "x", new FieldData.Values(floats(golden, "x"), lengths, time, X),
            "z", new FieldData.Values(floats(golden, "z"), lengths, time, Z),
            "who", new FieldData.Statics(floats(golden, "who"), new int[0])),
        Map.of());
  }

  private static Map<String, double[]> parameters(Config parameters) {
    Map<String, double[]> numbers = new TreeMap<>();
    for (String path : parameters.root().keySet()) {
      numbers.put(path, doubles(parameters, ConfigUtil.joinPath(path)));
    }
    return numbers;
  }

  private static double[] doubles(Config config, String key) {
    return config.getDoubleList(key).stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static float[] floats(Config config, String key) {
    double[] numbers = doubles(config, key);
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
