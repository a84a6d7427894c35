package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import com.typesafe.config.Config;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizerTest {

  private static final class Vector extends TypedBlock {
    final Parameter value;

    Vector(double... start) {
      value = parameter("value", Init.of((shape, random) -> start.clone()), start.length);
    }
  }

  private static final Map<String, Supplier<Optimizer>> RULES =
      Map.of(
          "adam-1", () -> new Adam(0.9, 0.999, 1e-8, 0),
          "adam-0.0001", () -> new Adam(0.9, 0.999, 1e-8, 0),
          "adam-1e-07", () -> new Adam(0.9, 0.999, 1e-8, 0),
          "adam-decay", () -> new Adam(0.9, 0.999, 1e-8, 0.1),
          "adamw-decay", () -> new AdamW(0.9, 0.999, 1e-8, 0.1),
          "sgd-momentum", () -> new Sgd(0.9, 0.1),
          "sgd-plain", () -> new Sgd(0, 0));

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "MXNet, adam-1",
    "MXNet, adam-0.0001",
    "MXNet, adam-1e-07",
    "MXNet, adam-decay",
    "MXNet, adamw-decay",
    "MXNet, sgd-momentum",
    "MXNet, sgd-plain",
    "PyTorch, adam-1",
    "PyTorch, adam-0.0001",
    "PyTorch, adam-1e-07",
    "PyTorch, adam-decay",
    "PyTorch, adamw-decay",
    "PyTorch, sgd-momentum",
    "PyTorch, sgd-plain"
  })
  void twentyStepsAreThoseOfPyTorch(String engine, String name) {
    Config golden =
        Golden.read("optimizers").getObject("cases").toConfig().getConfig("\"" + name + "\"");
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (Scope scope = new Scope(engine);
          Optimizer optimizer = Scope.in(RULES, name).get()) {
        Vector vector = scope.initialized(new Vector(Golden.doubles(golden, "start")), type, 1);
        double[] rates = Golden.doubles(golden, "rates");
        for (int t = 0; t < rates.length; t++) {
          NDArray gradient = scope.array(type, new Shape(3), row(golden, "gradients", t));
          step(scope, vector, gradient, optimizer, rates[t]);
          Golden.assertClose("step " + t, vector.value.getArray(), row(golden, "path", t), 0, 1e-5);
        }
        assertThat(optimizer.steps()).isEqualTo(rates.length);
      }
    }
  }

  private static double[] row(Config golden, String key, int row) {
    @SuppressWarnings("unchecked")
    List<Number> numbers = (List<Number>) golden.getList(key).unwrapped().get(row);
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  private static void step(
      Scope scope, Vector vector, NDArray gradient, Optimizer optimizer, double rate) {
    Pass pass = scope.training();
    boolean cleared =
        optimizer.steps() > 0 && optimizer.clearsGradients(gradient.getManager().getEngine());
    Gradients.backward(vector, () -> pass.value(vector.value).mul(gradient).sum(), cleared);
    optimizer.step(vector, rate);
  }

  @OnBothEngines
  void aRestoredOptimizerGoesOnBitForBit(String engine) {
    for (Supplier<Optimizer> rule : RULES.values()) {
      try (Scope scope = new Scope(engine);
          Optimizer whole = rule.get();
          Optimizer restored = rule.get()) {
        Vector vector = scope.initialized(new Vector(1, -2, 3));
        NDArray gradient = scope.array(new Shape(3), 0.3, -0.2, 0.1);
        for (int i = 0; i < 3; i++) {
          step(scope, vector, gradient, whole, 0.1);
        }
        Vector copy = new Vector(0, 0, 0);
        ParameterPaths.restore(copy, ParameterPaths.values(vector), scope.manager);
        Map<String, NDArray> saved = new HashMap<>();
        whole.state().forEach((name, array) -> saved.put(name, array.duplicate()));
        restored.restore(saved, whole.steps());
        saved.values().forEach(NDArray::close); // they were copied
        for (int i = 0; i < 3; i++) {
          step(scope, vector, gradient, whole, 0.1);
          step(scope, copy, gradient, restored, 0.1);
        }
        assertThat(copy.value.getArray().toFloatArray())
            .isEqualTo(vector.value.getArray().toFloatArray());
      }
    }
  }

  private static final class Pair extends TypedBlock {
    final Vector left = child("left", new Vector(1, -2));
    final Vector right = child("right", new Vector(3, 4));
  }

  private static void step(Scope scope, Pair pair, NDArray gradient, Optimizer optimizer) {
    Pass pass = scope.training();
    Gradients.backward(
        pair,
        () ->
            pass.value(pair.left.value)
                .mul(gradient)
                .add(pass.value(pair.right.value).mul(gradient))
                .sum());
    optimizer.step(pair, 0.1);
  }

  /** The right one steps as with a new optimizer, the left one as if nothing had happened. */
  @OnBothEngines
  void aForgottenParameterStartsAfreshAndTheOthersGoOn(String engine) {
    for (Supplier<Optimizer> rule : RULES.values()) {
      try (Scope scope = new Scope(engine);
          Optimizer untouched = rule.get();
          Optimizer forgetful = rule.get();
          Optimizer restored = rule.get();
          Optimizer fresh = rule.get()) {
        NDArray first = scope.array(new Shape(2), 0.3, -0.2);
        NDArray then = scope.array(new Shape(2), -0.01, 5);
        Pair all = scope.initialized(new Pair());
        Pair some = scope.initialized(new Pair());
        Pair saved = scope.initialized(new Pair());
        Pair start = scope.initialized(new Pair());
        for (int i = 0; i < 3; i++) {
          step(scope, all, first, untouched);
          step(scope, some, first, forgetful);
        }
        forgetful.forget(Set.of("right.value"));
        ParameterPaths.assign(some, Map.of("right.value", new double[] {3, 4}));
        ParameterPaths.restore(saved, ParameterPaths.values(some), scope.manager);
        restored.restore(forgetful.state(), forgetful.steps());
        for (int i = 0; i < 3; i++) {
          step(scope, all, then, untouched);
          step(scope, some, then, forgetful);
          step(scope, saved, then, restored);
          step(scope, start, then, fresh);
        }
        assertThat(floats(some.left)).isEqualTo(floats(all.left));
        assertThat(floats(some.right)).isEqualTo(floats(start.right));
        assertThat(floats(saved.left)).isEqualTo(floats(some.left));
        assertThat(floats(saved.right)).isEqualTo(floats(some.right));
        assertThat(forgetful.steps()).isEqualTo(6);
      }
    }
  }

  private static float[] floats(Vector vector) {
    return vector.value.getArray().toFloatArray();
  }

  @OnBothEngines
  void stateIsKeyedByParameterPath(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      assertThat(adam.state()).isEmpty();
      Vector vector = scope.initialized(new Vector(1, 2));
      step(scope, vector, scope.array(new Shape(2), 1, 2), adam, 0.1);
      assertThat(adam.state()).containsOnlyKeys("first-moment.value", "second-moment.value");
      // (1 - 0.9) * (1, 2)
      Golden.assertClose(
          "first moment",
          Scope.in(adam.state(), "first-moment.value"),
          new double[] {0.1, 0.2},
          0,
          1e-6);
      assertThatThrownBy(() -> adam.restore(Map.of("velocity.value", vector.value.getArray()), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("velocity.value is not the state of this optimizer");
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Adam(1, 0.999, 1e-8, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Adam(0.9, 0.999, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AdamW(0.9, 0.999, 1e-8, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sgd(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
