package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.HashMap;
import java.util.Map;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.RecurrentOptions.Kind;
import org.junit.jupiter.api.Test;

class ParameterPathsTest {

  /** Boxes as a model has them, with a child that may be left out. */
  private static final class Model extends TypedBlock {
    Model(boolean second) {
      child("encoder", new RecurrentStack(new RecurrentOptions(Kind.LSTM, 3, 2, 1, true, 0, 1)));
      if (second) {
        child("second", new Linear(5, 5));
      }
      child("head", new Linear(4, 2));
    }
  }

  @Test
  void pathsJoinTheNamesOfBoxesWithoutDjlsIndices() {
    assertThat(ParameterPaths.of(new Model(true)).keySet())
        .containsExactly(
            "encoder.layer-0.weight-ih",
            "encoder.layer-0.weight-hh",
            "encoder.layer-0.bias-ih",
            "encoder.layer-0.bias-hh",
            "encoder.layer-0-reverse.weight-ih",
            "encoder.layer-0-reverse.weight-hh",
            "encoder.layer-0-reverse.bias-ih",
            "encoder.layer-0-reverse.bias-hh",
            "second.weight",
            "second.bias",
            "head.weight",
            "head.bias");
  }

  @Test
  void blocksHaveThePathsOfTheirParameters() {
    assertThat(ParameterPaths.blocks(new Model(true), Linear.class).keySet())
        .containsExactly("second", "head");
    assertThat(ParameterPaths.blocks(new Linear(2, 2), Linear.class)).isEmpty();
  }

  @OnBothEngines
  void someParametersAreGivenOtherValuesAndStillTrain(String engine) {
    try (Scope scope = new Scope(engine)) {
      Linear linear = scope.initialized(new Linear(2, 1));
      ParameterPaths.assign(linear, Map.of("weight", new double[] {3, 4}));
      assertThat(Scope.in(ParameterPaths.values(linear), "weight").toFloatArray())
          .containsExactly(3, 4);
      assertThat(Scope.in(ParameterPaths.values(linear), "bias").toFloatArray()).containsExactly(0);
      NDArray x = scope.array(new Shape(1, 2), 5, 7);
      Gradients.backward(linear, () -> linear.forward(scope.training(), x).sum());
      assertThat(Scope.in(Gradients.of(linear, scope.manager), "weight").toFloatArray())
          .containsExactly(5, 7);
      assertThatThrownBy(() -> ParameterPaths.assign(linear, Map.of("wait", new double[] {3, 4})))
          .hasMessage("wait is no parameter with 2 numbers");
      assertThatThrownBy(() -> ParameterPaths.assign(linear, Map.of("bias", new double[2])))
          .hasMessage("bias is no parameter with 2 numbers");
    }
  }

  @Test
  void countNeedsNoArrays() {
    // each direction 8*3 + 8*2 + 8 + 8 = 56; the head 4*2 + 2 = 10
    assertThat(ParameterPaths.count(new Model(false))).isEqualTo(2 * 56 + 10);
  }

  @Test
  void aSharedParameterHasItsFirstPath() {
    Linear shared = new Linear(2, 2);
    TypedBlock root =
        new TypedBlock() {
          {
            child("left", shared);
            child("right", shared);
          }
        };
    assertThat(ParameterPaths.of(root)).containsOnlyKeys("left.weight", "left.bias");
  }

  @Test
  void enginesStartFromTheSameBits() {
    try (Scope mxnet = new Scope("MXNet");
        Scope pytorch = new Scope("PyTorch")) {
      for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
        assertThat(bits(mxnet.initialized(new Model(true), type, 9)))
            .isEqualTo(bits(pytorch.initialized(new Model(true), type, 9)));
      }
    }
  }

  @OnBothEngines
  void anotherBoxLeavesTheWeightsOfTheOthersAlone(String engine) {
    try (Scope scope = new Scope(engine)) {
      Map<String, String> with = bits(scope.initialized(new Model(true), DataType.FLOAT32, 9));
      with.keySet().removeIf(path -> path.startsWith("second"));
      assertThat(bits(scope.initialized(new Model(false), DataType.FLOAT32, 9))).isEqualTo(with);
      assertThat(bits(scope.initialized(new Model(false), DataType.FLOAT32, 10)))
          .isNotEqualTo(with);
    }
  }

  private static Map<String, String> bits(TypedBlock block) {
    Map<String, String> bits = new HashMap<>();
    ParameterPaths.values(block)
        .forEach(
            (path, array) ->
                bits.put(path, java.util.Arrays.toString(HostArrays.toDoubles(array))));
    return bits;
  }

  @OnBothEngines
  void theForgetGateStartsFromItsBias(String engine) {
    try (Scope scope = new Scope(engine)) {
      Model model = scope.initialized(new Model(false));
      assertThat(Scope.in(ParameterPaths.values(model), "encoder.layer-0.bias-ih").toFloatArray())
          .containsExactly(0, 0, 1, 1, 0, 0, 0, 0); // gates i, f, g, o, two units each
    }
  }

  @OnBothEngines
  void initializingTwiceIsRefused(String engine) {
    try (Scope scope = new Scope(engine)) {
      Linear linear = scope.initialized(new Linear(2, 2));
      assertThatThrownBy(() -> scope.initialized(linear))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("weight has a value already");
    }
  }

  @OnBothEngines
  void startsFromTheEnginesRandomNumbersAreRefused(String engine) {
    try (Scope scope = new Scope(engine)) {
      TypedBlock root =
          new TypedBlock() {
            {
              addParameter(
                  Parameter.builder()
                      .setName("raw")
                      .setType(Parameter.Type.WEIGHT)
                      .optShape(new Shape(2))
                      .build());
            }
          };
      assertThatThrownBy(() -> scope.initialized(root))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("raw would start from the engine's random numbers");
    }
  }

  @OnBothEngines
  void savedValuesAreRestoredIntoNewAndIntoUsedParameters(String engine) {
    try (Scope scope = new Scope(engine)) {
      Model saved = scope.initialized(new Model(false), DataType.FLOAT32, 1);
      Model fresh = new Model(false);
      ParameterPaths.restore(fresh, ParameterPaths.values(saved), scope.manager);
      assertThat(bits(fresh)).isEqualTo(bits(saved));
      Model used = scope.initialized(new Model(false), DataType.FLOAT32, 2);
      ParameterPaths.restore(used, ParameterPaths.values(saved), scope.manager);
      assertThat(bits(used)).isEqualTo(bits(saved));
      assertThat(ParameterPaths.values(used).values()).allMatch(NDArray::hasGradient);
    }
  }

  /** On PyTorch a conversion to the same type is a view: it would compute in memory Java frees. */
  @OnBothEngines
  void restoredValuesAreNoViewsOfTheSavedOnes(String engine) {
    try (Scope scope = new Scope(engine)) {
      Linear linear = new Linear(2, 1);
      NDArray weight = scope.manager.create(new float[] {1, 2}, new Shape(1, 2));
      NDArray bias = scope.manager.create(new float[] {3});
      ParameterPaths.restore(linear, Map.of("weight", weight, "bias", bias), scope.manager);
      weight.addi(10);
      bias.addi(10);
      Map<String, NDArray> values = ParameterPaths.values(linear);
      assertThat(Scope.in(values, "weight").toFloatArray()).containsExactly(1, 2);
      assertThat(Scope.in(values, "bias").toFloatArray()).containsExactly(3);
    }
  }

  @OnBothEngines
  void valuesOfAnotherModelAreRefusedByName(String engine) {
    try (Scope scope = new Scope(engine)) {
      Model saved = scope.initialized(new Model(true));
      assertThatThrownBy(
              () ->
                  ParameterPaths.restore(
                      new Model(false), ParameterPaths.values(saved), scope.manager))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("missing [], unknown [second.bias, second.weight]");
      assertThatThrownBy(
              () ->
                  ParameterPaths.restore(
                      new Linear(2, 3),
                      ParameterPaths.values(scope.initialized(new Linear(3, 3))),
                      scope.manager))
          .hasMessage("weight: expected shape (3, 2), given (3, 3)");
    }
  }
}
