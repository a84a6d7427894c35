package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.Condition;
import org.braidml.api.ConditionAs;
import org.braidml.api.Encoded;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.RecurrentStack;
import org.jspecify.annotations.Nullable;

/**
 * What an independent implementation, such as PyTorch, made of a box that reads sequences: a file
 * {@code golden/NAME.json} among the test resources, best kept beside the script that wrote it.
 *
 * <pre>{@code
 * {
 *   "spi": "sequence-encoder",       or sequence-transform, recurrent-cell, pooling
 *   "config": {"type": "lstm", "hidden-size": 2},
 *   "width": 3, "time": 7,           F and T
 *   "lengths": [7, 4, 1, 0, 2],      one a row
 *   "input": [...],                  B T F numbers in row-major order, noise in padding
 *   "parameters": {"stack.layer-0.weight-ih": [...], ...},
 *   "result": [[...], ...],          states, or what a transform makes: real steps of each row
 *   "encoding": [[...], ...],        one row each
 *   "weights": [[...], ...],         of an attention: real steps of each row
 *   "query": [...], "query-width": 4 what a pooling reads beside states
 *   "condition": [...], "condition-width": 2, "condition-as": "FILM"
 *                                    what an encoder is given beside its sequence
 * }
 * }</pre>
 *
 * <p>Of {@code result}, {@code encoding} and {@code weights} those that the file has are compared.
 * A cell is unrolled over the rows; its encoding is the last output. Write rows that were computed
 * alone, each cut to its own length: then padding is tested with the arithmetic.
 *
 * @param name of the file
 * @param file its content
 */
public record GoldenVectors(String name, Config file) {

  /**
   * Reads {@code golden/NAME.json} of the class path.
   *
   * @throws AssertionError if there is none
   */
  public static GoldenVectors read(String name) {
    Config file = ConfigFactory.parseResources("golden/" + name + ".json");
    assertThat(file.isEmpty()).as("golden/%s.json is empty or missing", name).isFalse();
    return new GoldenVectors(name, file);
  }

  /** Compares on an engine: in FLOAT32 to 1e-5 and 1e-4 relative, in FLOAT64 to 1e-7. */
  public void check(String engine) {
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      check(stage, new Tolerance(1e-5, 1e-4));
    }
    try (Stage stage = new Stage(engine, DataType.FLOAT64)) {
      check(stage, new Tolerance(1e-7, 1e-7));
    }
  }

  private void check(Stage stage, Tolerance allowed) {
    int width = file.getInt("width");
    int[] lengths = file.getIntList("lengths").stream().mapToInt(Integer::intValue).toArray();
    Shape shape = new Shape(lengths.length, file.getInt("time"), width);
    Sequence input = stage.sequence(shape, numbers("input"), lengths);
    SequenceSpec spec = SequenceSpec.of("golden", width);
    String spi = file.getString("spi");
    switch (spi) {
      case "sequence-transform" -> {
        SequenceTransformBlock block = Configured.transform(settings(), spec);
        stage.set(block, parameters());
        compare("result", Stage.rows(block.forward(stage.evaluation(), input)), allowed);
      }
      case "sequence-encoder" -> encoder(stage, spec, input, allowed);
      case "recurrent-cell" -> cell(stage, input, allowed);
      case "pooling" -> pooling(stage, input, allowed);
      default -> throw new AssertionError(name + ".json: spi \"" + spi + "\" is not one of these");
    }
  }

  private void encoder(Stage stage, SequenceSpec spec, Sequence input, Tolerance allowed) {
    SequenceEncoderBlock block;
    Condition condition = Condition.NONE;
    if (file.hasPath("condition")) {
      int width = file.getInt("condition-width");
      ConditionAs as = file.getEnum(ConditionAs.class, "condition-as");
      block = Configured.encoder(settings(), spec, new EncodingSpec("condition", width), as);
      Shape shape = new Shape(input.lengths().batch(), width);
      condition = new Condition(stage.array(shape, numbers("condition")), List.of());
    } else {
      block = Configured.encoder(settings(), spec);
    }
    stage.set(block, parameters());
    Map<String, NDArray> taps = new HashMap<>();
    Encoded encoded = block.forward(stage.evaluation().tappedBy(taps::put), input, condition);
    compare("encoding", Stage.rows(encoded.encoding()), allowed);
    compare("result", Stage.rows(encoded.states()), allowed);
    weights(input, taps.get("pooling.weights"), allowed);
  }

  private void cell(Stage stage, Sequence input, Tolerance allowed) {
    var cell = Configured.cell(settings(), input.width());
    stage.set(cell, parameters());
    RecurrentStack.Output output =
        new RecurrentStack(input.width(), 1, false, 0, width -> cell)
            .forward(stage.evaluation(), input, List.of());
    compare("encoding", Stage.rows(output.finalState().output()), allowed);
    compare("result", Stage.rows(output.states()), allowed);
  }

  private void pooling(Stage stage, Sequence states, Tolerance allowed) {
    StatesSpec spec = StatesSpec.of(SequenceSpec.of("golden", states.width()), states.width());
    NDArray query = null;
    if (file.hasPath("query")) {
      int width = file.getInt("query-width");
      spec = spec.withQuery(width);
      query = stage.array(new Shape(states.lengths().batch(), width), numbers("query"));
    }
    PoolingBlock block = Configured.pooling(settings(), spec);
    stage.set(block, parameters());
    Pooled pooled = block.forward(stage.evaluation(), states, query);
    compare("encoding", Stage.rows(pooled.encoding()), allowed);
    weights(states, pooled.weights(), allowed);
  }

  private void weights(Sequence states, @Nullable NDArray weights, Tolerance allowed) {
    if (weights != null) {
      compare("weights", Stage.rows(states.withValues(weights.expandDims(2))), allowed);
    }
  }

  /** Compares row by row, if the case holds such a result at all. */
  private void compare(String key, double[][] given, Tolerance allowed) {
    if (!file.hasPath(key)) {
      return;
    }
    List<? extends List<?>> rows =
        file.getList(key).unwrapped().stream().map(row -> (List<?>) row).toList();
    assertThat(given.length).as("%s: rows of the %s", name, key).isEqualTo(rows.size());
    for (int row = 0; row < given.length; row++) {
      assertThat(given[row].length)
          .as("%s: numbers of the %s of row %d", name, key, row)
          .isEqualTo(rows.get(row).size());
      for (int i = 0; i < given[row].length; i++) {
        double due = ((Number) rows.get(row).get(i)).doubleValue();
        assertThat(given[row][i])
            .as("%s: %s of row %d, number %d", name, key, row, i)
            .isCloseTo(due, within(allowed.absolute() + allowed.relative() * Math.abs(due)));
      }
    }
  }

  private String settings() {
    return file.getObject("config").render(ConfigRenderOptions.concise());
  }

  private Map<String, double[]> parameters() {
    Config parameters = file.getConfig("parameters");
    Map<String, double[]> numbers = new TreeMap<>();
    for (String path : parameters.root().keySet()) {
      numbers.put(path, array(parameters.getDoubleList(ConfigUtil.joinPath(path))));
    }
    return numbers;
  }

  private double[] numbers(String key) {
    return array(file.getDoubleList(key));
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The name, by which JUnit lists the case. */
  @Override
  public String toString() {
    return name;
  }
}
