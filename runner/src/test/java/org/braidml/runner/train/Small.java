package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
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
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/** A small model of one component of each kind, and batches for it. */
final class Small {

  private static final int VOCABULARY = 11;

  private Small() {}

  static ModelBlock model() {
    return model(
        """
        inputs.text     { type = embedding, size = 6 }
        encoders.text   { type = lstm, hidden-size = 5, layers = 2, bidirectional = true, dropout = 0.3 }
        encoders.static { type = mlp, units = [4], activation = tanh, dropout = 0.1 }
        merger          { type = concat }
        head            { type = multiclass, units = [7], activation = tanh, dropout = 0.2 }
        """);
  }

  /** A model that reads forwards and drops nothing, with its parameters. */
  static ModelBlock plain(NDManager manager) {
    ModelBlock model =
        model(
            """
            inputs.text     { type = embedding, size = 6 }
            encoders.text   { type = lstm, hidden-size = 5 }
            encoders.static { type = identity }
            merger          { type = concat }
            head            { type = multiclass }
            """);
    ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
    return model;
  }

  /** A model that fits the batches. */
  static ModelBlock model(String text) {
    Registry registry = new Registry(Discovery.on(Small.class.getClassLoader()).found());
    Binder binder = new Binder(registry, new DefaultValues());
    ModelConfig config =
        binder
            .bind(ModelConfig.class, ConfigFactory.parseString(text).root(), "model")
            .orElseThrow(() -> new AssertionError(binder.problems().toString()));
    StaticSpec statics =
        new StaticSpec(
            "static",
            java.util.List.of("age", "income"),
            java.util.List.of(new StaticSpec.Category("shop", 4)));
    ModelBuilder.Result result =
        ModelBuilder.build(
            config,
            Map.of(
                "text",
                new FieldSpec.Tokens("text", VOCABULARY, OptionalInt.empty()),
                "static",
                new FieldSpec.Statics(statics)),
            Map.of(
                "target",
                new TargetSpec(
                    "target", TargetSpec.Kind.MULTICLASS, java.util.List.of("a", "b", "c"))));
    return result.model().orElseThrow(() -> new AssertionError(result.problems().toString()));
  }

  /** A batch whose size and padded length differ from seed to seed; one row is empty. */
  static Batch batch(long seed) {
    Random random = new Random(seed);
    int size = 3 + random.nextInt(4);
    int time = 2 + random.nextInt(6);
    int[] lengths = new int[size];
    int[] ids = new int[size * time];
    float[] numbers = new float[size * 2];
    int[] categories = new int[size];
    float[] targets = new float[size];
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      lengths[i] = i == 0 ? 0 : 1 + random.nextInt(time);
      for (int t = 0; t < lengths[i]; t++) {
        ids[i * time + t] = 1 + random.nextInt(VOCABULARY - 1);
      }
      numbers[2 * i] = (float) random.nextGaussian();
      numbers[2 * i + 1] = (float) random.nextGaussian();
      categories[i] = random.nextInt(4);
      targets[i] = random.nextInt(3);
      rows[i] = i;
    }
    return new Batch(
        size,
        rows,
        Map.of(
            "text",
            new FieldData.Ids(ids, lengths, time),
            "static",
            new FieldData.Statics(numbers, categories)),
        Map.of("target", targets));
  }
}
