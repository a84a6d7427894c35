package com.example.braid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;

/** Small cases with the arithmetic. Padding holds 37. */
final class ByHandTest {

  private static final Offset<Float> NEAR = within(1e-5f);

  private static Pass evaluation(NDManager manager) {
    return Pass.evaluation(new ParameterStore(manager, false));
  }

  /** Rows 1 2 3 4, then -1, then nothing. */
  private static Sequence steps(NDManager manager) {
    float[] values = {1, 2, 3, 4, -1, 37, 37, 37, 37, 37, 37, 37};
    return Sequence.of(
        manager.create(values, new Shape(3, 4, 1)), Lengths.of(new int[] {4, 1, 0}, 4));
  }

  private static Encoded encode(NDManager manager, String settings, double weight) {
    SequenceEncoderBlock block = Configured.encoder(settings, SequenceSpec.of("hand", 1));
    Map<String, NDArray> values = new LinkedHashMap<>();
    ParameterPaths.of(block)
        .forEach(
            (path, parameter) -> {
              NDArray zeros = manager.zeros(parameter.getShape(), DataType.FLOAT32);
              values.put(path, path.endsWith("bias") ? zeros : zeros.add((float) weight));
            });
    ParameterPaths.restore(block, values, manager);
    return block.forward(evaluation(manager), steps(manager), Condition.NONE);
  }

  /**
   * All weights 1. Dilation 1: 1 2 3 4 gives 1 3 5 7, that 1 4 8 12, plus the shortcut 2 6 11 16.
   * Dilation 2: 2 6 13 22, that 2 6 15 28, plus the shortcut 4 12 26 44, whose mean is 21.5. Of -1
   * the rectifiers leave 0.
   */
  @EachEngine
  void tcnAddsItsPast(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      Encoded encoded = encode(manager, "type = tcn, channels = 1, levels = 2, kernel = 2", 1);
      assertThat(encoded.states().values().get(0).toFloatArray())
          .containsExactly(new float[] {4, 12, 26, 44}, NEAR);
      assertThat(encoded.encoding().toFloatArray())
          .containsExactly(new float[] {21.5f, 44, 0, 0, 0, 0}, NEAR);
    }
  }

  /** Age log(1) = 0, so a = 1/2: 1, 1.5, 2.25, 3.125. */
  @EachEngine
  void movingAverageGoesHalfWay(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      Encoded encoded = encode(manager, "type = moving-average", 0);
      assertThat(encoded.states().values().get(0).toFloatArray())
          .containsExactly(new float[] {1, 1.5f, 2.25f, 3.125f}, NEAR);
      assertThat(encoded.encoding().toFloatArray())
          .containsExactly(new float[] {3.125f, -1, 0}, NEAR);
    }
  }

  /** (1 + 2 + 3 + 4) / 4 and 4; -1 twice; zeros. */
  @EachEngine
  void meanAndMaxStandSideBySide(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      StatesSpec states = StatesSpec.of(SequenceSpec.of("hand", 1), 1);
      NDArray encoding =
          Configured.pooling("type = mean-max", states)
              .forward(evaluation(manager), steps(manager), null)
              .encoding();
      assertThat(encoding.toFloatArray())
          .containsExactly(new float[] {2.5f, 4, -1, -1, 0, 0}, NEAR);
    }
  }

  /** (2 * 5 * -1, 3 * 7 * 0.5). */
  @EachEngine
  void productMultipliesElements(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      Shape row = new Shape(1, 2);
      NDArray product =
          Configured.merger(
                  "type = product",
                  List.of(
                      new EncodingSpec("a", 2), new EncodingSpec("b", 2), new EncodingSpec("c", 2)))
              .forward(
                  evaluation(manager),
                  List.of(
                      manager.create(new float[] {2, 3}, row),
                      manager.create(new float[] {5, 7}, row),
                      manager.create(new float[] {-1, 0.5f}, row)));
      assertThat(product.toFloatArray()).containsExactly(new float[] {-10, 10.5f}, NEAR);
    }
  }
}
