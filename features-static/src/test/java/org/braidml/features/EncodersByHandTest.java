package org.braidml.features;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.StaticSpec.Category;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;

/** Two rows of numbers (0.5, -1) and (2, 3), with the categories (2, 1) and (0, 0). */
final class EncodersByHandTest {

  private static final StaticSpec SPEC =
      new StaticSpec(
          "field",
          List.of("age", "price"),
          List.of(new Category("division", 3), new Category("colour", 2)));

  private static final Map<String, float[]> TABLES =
      Map.of(
          "inputs.category-0.weight", new float[] {0, 0, 1, 2, 3, 4},
          "inputs.category-1.weight", new float[] {5, 6, 7, 8});

  @EachEngine
  void oneHotHasNoChannelForUnseenValues(String engine) {
    // Two channels for the values 1 and 2 of the division, one for the value 1 of the colour.
    float[][] expected = {{0.5f, -1, 0, 1, 1}, {2, 3, 0, 0, 0}};
    check(engine, "type = one-hot", Map.of(), expected);
    check(engine, "type = identity", Map.of(), expected);
  }

  @EachEngine
  void embeddingLooksVectorsUp(String engine) {
    float[][] expected = {{0.5f, -1, 3, 4, 7, 8}, {2, 3, 0, 0, 5, 6}};
    check(engine, "type = embedding, size = 2", TABLES, expected);
    check(engine, "type = identity, categories = embedding, embedding-size = 2", TABLES, expected);
  }

  @EachEngine
  void embeddingHasWidthsOfItsOwn(String engine) {
    Map<String, float[]> tables =
        Map.of(
            "inputs.category-0.weight", new float[] {0, 0, 1, 2, 3, 4},
            "inputs.category-1.weight", new float[] {5, 7});
    check(
        engine,
        "type = embedding, size = 2, sizes { colour = 1 }",
        tables,
        new float[][] {{0.5f, -1, 3, 4, 7}, {2, 3, 0, 0, 5}});
  }

  @EachEngine
  void mlpIsAffineThenRectified(String engine) {
    Map<String, float[]> parameters =
        Map.of(
            "layer-0.weight", new float[] {1, 1, 1, 1, 1, 2, -1, 0, 0, 3},
            "layer-0.bias", new float[] {0.5f, -8});
    // Inputs (0.5, -1, 0, 1, 1) and (2, 3, 0, 0, 0).
    // Row 1: 0.5 - 1 + 0 + 1 + 1 + 0.5 = 2; 1 + 1 + 3 - 8 = -3, rectified 0.
    // Row 2: 2 + 3 + 0.5 = 5.5; 4 - 3 - 8 = -7, rectified 0.
    check(engine, "type = mlp, units = [2]", parameters, new float[][] {{2, 0}, {5.5f, 0}});
  }

  @EachEngine
  void vectorsOfUnseenValuesStartAsZeros(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      StaticFeatureEncoderBlock block = Configured.encoder("type = embedding, size = 2", SPEC);
      ParameterPaths.initialize(block, manager, DataType.FLOAT32, 1);
      Parameter parameter = ParameterPaths.of(block).get("inputs.category-0.weight");
      float[] table = Objects.requireNonNull(parameter).getArray().toFloatArray();
      assertThat(table).startsWith(0, 0).hasSize(6);
      assertThat(new float[] {table[2], table[3], table[4], table[5]}).doesNotContain(0);
    }
  }

  private static void check(
      String engine, String hocon, Map<String, float[]> parameters, float[][] expected) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      StaticFeatureEncoderBlock block = Configured.encoder(hocon, SPEC);
      ParameterPaths.initialize(block, manager, DataType.FLOAT32, 1);
      Map<String, NDArray> values = new HashMap<>();
      ParameterPaths.of(block)
          .forEach(
              (path, parameter) ->
                  values.put(path, manager.create(parameters.get(path), parameter.getShape())));
      ParameterPaths.restore(block, values, manager);
      NDArray numbers = manager.create(new float[] {0.5f, -1, 2, 3}, new Shape(2, 2));
      NDArray ids = manager.create(new long[] {2, 1, 0, 0}, new Shape(2, 2));
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      NDArray encoding = block.forward(pass, new StaticFeatures(numbers, ids));
      assertThat(encoding.getShape()).isEqualTo(new Shape(2, block.encodingWidth()));
      float[] flat = encoding.toFloatArray();
      for (int row = 0; row < 2; row++) {
        int width = expected[row].length;
        float[] given = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
        assertThat(given).as("%s, row %d", hocon, row).containsExactly(expected[row]);
      }
    }
  }
}
