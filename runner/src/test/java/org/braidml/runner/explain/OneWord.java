package org.braidml.runner.explain;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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

/**
 * A made model whose pooling looks at one word, and whose prediction hangs on it alone: its state
 * is 1 at that word and 0 elsewhere, the score 20 tanh of the state.
 */
final class OneWord {

  /** The id of the word. */
  static final int WORD = 2;

  private static final int VOCABULARY = 12;

  private OneWord() {}

  /**
   * A model whose head is {@code binary}, {@code regression} or {@code count}: 5 times the state.
   */
  static ModelBlock model(NDManager manager, String head) {
    return model(manager, head, "pooling { type = additive-attention, size = 1 }");
  }

  /** The same with another pooling, whose parameters are zero. */
  static ModelBlock model(NDManager manager, String head, String pooling) {
    ModelBlock model = built(head, pooling);
    ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
    Map<String, double[]> numbers = new HashMap<>();
    ParameterPaths.values(model)
        .forEach((path, array) -> numbers.put(path, new double[(int) array.size()]));
    numbers.computeIfPresent("inputs.text.lookup.weight", (path, all) -> one(all, WORD, 1));
    numbers.forEach(
        (path, all) -> {
          if (path.endsWith("convolution.weight") || path.endsWith("pooling.state.weight")) {
            one(all, 0, 1);
          } else if (path.endsWith("pooling.score.weight")) {
            one(all, 0, 20);
          } else if (path.endsWith("output.weight")) {
            one(all, 0, 5);
          }
        });
    ParameterPaths.assign(model, numbers);
    return model;
  }

  private static double[] one(double[] all, int at, double value) {
    all[at] = value;
    return all;
  }

  private static ModelBlock built(String head, String pooling) {
    String text =
        """
        inputs.text   { type = embedding, size = 1 }
        encoders.text { type = conv-pool, filters = 1, kernel = 1, max-pool = 1, %s }
        merger        { type = concat }
        head          { type = %s }
        """
            .formatted(pooling, head);
    Registry registry = new Registry(Discovery.on(OneWord.class.getClassLoader()).found());
    Binder binder = new Binder(registry, new DefaultValues());
    ModelConfig config =
        binder
            .bind(ModelConfig.class, ConfigFactory.parseString(text).root(), "model")
            .orElseThrow(() -> new AssertionError(binder.problems().toString()));
    TargetSpec target =
        head.equals("binary")
            ? new TargetSpec("target", TargetSpec.Kind.BINARY, List.of("no", "yes"))
            : new TargetSpec(
                "target", TargetSpec.Kind.valueOf(head.toUpperCase(Locale.ROOT)), List.of());
    ModelBuilder.Result result =
        ModelBuilder.build(
            config,
            Map.of("text", new FieldSpec.Tokens("text", VOCABULARY, OptionalInt.empty())),
            Map.of("target", target));
    return result.model().orElseThrow(() -> new AssertionError(result.problems().toString()));
  }

  /** One row of so many words, with the word at one place. */
  static Batch row(int row, int steps, int place) {
    int[] ids =
        IntStream.range(0, steps).map(step -> step == place ? WORD : 3 + step % 8).toArray();
    return new Batch(
        1,
        new int[] {row},
        Map.of("text", new FieldData.Ids(ids, new int[] {steps}, steps)),
        Map.of());
  }
}
