package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;

class GradientsTest {

  /** Two numbers, of which a loss may use either: a * x. */
  private static final class Pair extends TypedBlock {
    final Parameter first = parameter("first", Init.constant(3), 2);
    final Parameter second = parameter("second", Init.constant(4), 2);
  }

  private static double[] gradient(Scope scope, TypedBlock block, String path) {
    return HostArrays.toDoubles(Scope.in(Gradients.of(block, scope.manager), path));
  }

  @OnBothEngines
  void theLossComesBackAndItsGradientsAreRight(String engine) {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (Scope scope = new Scope(engine)) {
        Pair pair = scope.initialized(new Pair(), type, 1);
        Pass pass = scope.training();
        double loss =
            Gradients.backward(
                pair, () -> pass.value(pair.first).mul(pass.value(pair.second)).sum());
        assertThat(loss).isEqualTo(24); // 3 * 4 + 3 * 4
        assertThat(gradient(scope, pair, "first")).containsExactly(4, 4);
        assertThat(gradient(scope, pair, "second")).containsExactly(3, 3);
      }
    }
  }

  @OnBothEngines
  void gradientsDoNotAddUpOverPasses(String engine) {
    try (Scope scope = new Scope(engine)) {
      Pair pair = scope.initialized(new Pair());
      Pass pass = scope.training();
      for (int i = 0; i < 3; i++) {
        Gradients.backward(pair, () -> pass.value(pair.first).square().sum());
        assertThat(gradient(scope, pair, "first")).containsExactly(6, 6);
      }
    }
  }

  @OnBothEngines
  void aParameterThatAPassDoesNotReachHasAZeroGradientNotAStaleOne(String engine) {
    try (Scope scope = new Scope(engine)) {
      Pair pair = scope.initialized(new Pair());
      Pass pass = scope.training();
      Gradients.backward(pair, () -> pass.value(pair.first).square().sum());
      Gradients.backward(pair, () -> pass.value(pair.second).square().sum());
      assertThat(gradient(scope, pair, "first")).containsExactly(0, 0);
      assertThat(gradient(scope, pair, "second")).containsExactly(8, 8);
    }
  }

  @OnBothEngines
  void aGradientThatWasNotFiniteLeavesNothingBehind(String engine) {
    try (Scope scope = new Scope(engine)) {
      Pair pair = scope.initialized(new Pair());
      Pass pass = scope.training();
      double loss =
          Gradients.backward(pair, () -> Scalars.mul(pass.value(pair.first), Float.NaN).sum());
      assertThat(loss).isNaN();
      assertThat(Gradients.clipByGlobalNorm(pair, 1)).isNaN();
      Gradients.backward(pair, () -> pass.value(pair.first).sum());
      assertThat(gradient(scope, pair, "first")).containsExactly(1, 1);
    }
  }

  @OnBothEngines
  void clippingScalesAllGradientsByOneFactor(String engine) {
    try (Scope scope = new Scope(engine)) {
      Pair pair = scope.initialized(new Pair());
      Pass pass = scope.training();
      Runnable backward =
          () -> {
            // gradients (3, 3) and (-4, -4), negative ones included: norm sqrt(9+9+16+16) = 7.071
            Gradients.backward(
                pair,
                () ->
                    Scalars.mul(pass.value(pair.first), 3)
                        .sub(Scalars.mul(pass.value(pair.second), 4))
                        .sum());
          };
      double norm = Math.sqrt(50);
      backward.run();
      assertThat(Gradients.globalNorm(pair)).isCloseTo(norm, within(1e-5));
      assertThat(Gradients.clipByGlobalNorm(pair, 10)).isCloseTo(norm, within(1e-5));
      assertThat(gradient(scope, pair, "first")).containsExactly(3, 3);
      assertThat(Gradients.clipByGlobalNorm(pair, 1)).isCloseTo(norm, within(1e-5));
      assertThat(gradient(scope, pair, "first"))
          .containsExactly(new double[] {3 / norm, 3 / norm}, within(1e-6));
      assertThat(gradient(scope, pair, "second"))
          .containsExactly(new double[] {-4 / norm, -4 / norm}, within(1e-6));
      assertThatThrownBy(() -> Gradients.clipByGlobalNorm(pair, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @OnBothEngines
  void aFrozenParameterHasNoGradientAndStays(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      Pair pair = scope.initialized(new Pair());
      pair.second.freeze(true);
      Pass pass = scope.training();
      Gradients.backward(pair, () -> pass.value(pair.first).mul(pass.value(pair.second)).sum());
      adam.step(pair, 0.1);
      assertThat(Gradients.of(pair, scope.manager)).containsOnlyKeys("first");
      assertThat(pair.second.getArray().toFloatArray()).containsExactly(4, 4);
      assertThat(pair.first.getArray().toFloatArray())
          .containsExactly(new float[] {2.9f, 2.9f}, within(1e-6f));
    }
  }

  @OnBothEngines
  void runningAveragesWithoutGradientAreLeftOut(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      BatchNorm norm = BatchNorm.builder().build();
      TypedBlock root =
          new TypedBlock() {
            {
              addChildBlock("norm", norm);
            }
          };
      norm.initialize(scope.manager, DataType.FLOAT32, new Shape(2, 3));
      NDArray x = scope.array(new Shape(2, 3), 1, 2, 3, 5, 7, 9);
      double loss =
          Gradients.backward(
              root,
              () ->
                  norm.forward(scope.training().parameters(), new NDList(x), true)
                      .singletonOrThrow()
                      .square()
                      .sum());
      assertThat(loss).isCloseTo(6, within(1e-3));
      Map<String, NDArray> gradients = Gradients.of(root, scope.manager);
      assertThat(gradients).containsOnlyKeys("norm.gamma", "norm.beta");
      Gradients.clipByGlobalNorm(root, 1);
      adam.step(root, 0.1);
      assertThat(adam.state()).hasSize(4);
    }
  }

  @OnBothEngines
  void aLossOfSeveralNumbersIsRefused(String engine) {
    try (Scope scope = new Scope(engine)) {
      Pair pair = scope.initialized(new Pair());
      Pass pass = scope.training();
      assertThatThrownBy(() -> Gradients.backward(pair, () -> pass.value(pair.first)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("given shape (2)");
      // and the recorder was closed
      assertThat(Gradients.backward(pair, () -> pass.value(pair.first).sum())).isEqualTo(6);
    }
  }

  @OnBothEngines
  void trainingWorksOnAThreadThatDidNotLoadTheEngine(String engine) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try (Scope scope = new Scope(engine)) {
                Pair pair = scope.initialized(new Pair());
                Pass pass = scope.training();
                for (Optimizer optimizer :
                    new Optimizer[] {
                      new Adam(0.9, 0.999, 1e-8, 0.1),
                      new AdamW(0.9, 0.999, 1e-8, 0.1),
                      new Sgd(0.9, 0.1),
                      new Sgd(0, 0)
                    }) {
                  for (int step = 0; step < 2; step++) {
                    Gradients.backward(pair, () -> pass.value(pair.first).square().sum());
                    Gradients.clipByGlobalNorm(pair, 1);
                    optimizer.step(pair, 0.1);
                  }
                  optimizer.close();
                }
                ParameterPaths.restore(
                    pair, ParameterPaths.values(scope.initialized(new Pair())), scope.manager);
              }
            });
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }
}
