package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.nn.RecurrentOptions.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropoutTest {

  @OnBothEngines
  void keptElementsAreDividedByTheChanceToBeKept(String engine) {
    try (Scope scope = new Scope(engine)) {
      Engines.seed(scope.engine, 3);
      NDArray ones = scope.manager.ones(new Shape(100, 100));
      float[] dropped =
          scope.recorded(() -> Dropout.apply(scope.training(), ones, 0.75).toFloatArray());
      assertThat(dropped).containsOnly(0f, 4f);
      int kept = 0;
      for (float element : dropped) {
        kept += element > 0 ? 1 : 0;
      }
      // 10,000 elements, each kept with chance 1/4: deviation sqrt(10,000 * 3/16) = 43
      assertThat(kept).isBetween(2500 - 5 * 43, 2500 + 5 * 43);
    }
  }

  @OnBothEngines
  void evaluationAndRateZeroReturnTheArrayItself(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray x = scope.manager.ones(new Shape(2, 2));
      assertThat(Dropout.apply(scope.evaluation(), x, 0.5)).isSameAs(x);
      assertThat(Dropout.apply(scope.training(), x, 0)).isSameAs(x);
      assertThatThrownBy(() -> Dropout.apply(scope.evaluation(), x, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[0, 1), given 1.0");
    }
  }

  @OnBothEngines
  void theSameSeedDropsTheSameElements(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray x = scope.manager.ones(new Shape(8, 8));
      assertThat(dropAfterSeed(scope, x, 5)).isEqualTo(dropAfterSeed(scope, x, 5));
      assertThat(dropAfterSeed(scope, x, 5)).isNotEqualTo(dropAfterSeed(scope, x, 5L << 40));
    }
  }

  @OnBothEngines
  void aPassSeedsTheEngineOnlyBeforeItDraws(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray x = scope.manager.ones(new Shape(8, 8));
      AtomicInteger seedings = new AtomicInteger();
      Runnable seed =
          () -> {
            seedings.incrementAndGet();
            Engines.seed(scope.engine, 5);
          };
      Pass pass =
          Pass.training(new ParameterStore(scope.manager, false), new Random(1), seed)
              .at("encoders.review");
      Dropout.apply(pass, x, 0);
      assertThat(seedings).hasValue(0);
      Engines.seed(scope.engine, 9);
      float[] dropped = scope.recorded(() -> Dropout.apply(pass, x, 0.5).toFloatArray());
      assertThat(seedings).hasValue(1);
      assertThat(dropped).isEqualTo(dropAfterSeed(scope, x, 5));
    }
  }

  private static float[] dropAfterSeed(Scope scope, NDArray x, long seed) {
    Engines.seed(scope.engine, seed);
    return scope.recorded(() -> Dropout.apply(scope.training(), x, 0.5).toFloatArray());
  }

  @ParameterizedTest
  @CsvSource({"MXNet, LSTM", "MXNet, GRU", "PyTorch, LSTM", "PyTorch, GRU"})
  void dropoutActsBetweenTheLayersOfAStack(String engine, Kind kind) {
    try (Scope scope = new Scope(engine)) {
      Engines.seed(scope.engine, 3);
      RecurrentStack two =
          scope.initialized(new RecurrentStack(new RecurrentOptions(kind, 3, 8, 2, false, 0.5, 1)));
      RecurrentStack one =
          scope.initialized(new RecurrentStack(new RecurrentOptions(kind, 3, 8, 1, false, 0.5, 1)));
      assertThat(train(scope, two)).isNotEqualTo(train(scope, two));
      assertThat(train(scope, one)).as("none after the last").isEqualTo(train(scope, one));
    }
  }

  @OnBothEngines
  void theMeanOverTrainingPassesApproachesEvaluation(String engine) {
    try (Scope scope = new Scope(engine)) {
      Engines.seed(scope.engine, 3);
      NDArray x = scope.array(new Shape(4), 1, 2, 3, 4);
      double[] sum = new double[4];
      for (int pass = 0; pass < 2000; pass++) {
        float[] dropped =
            scope.recorded(
                () -> {
                  try (NDArray y = Dropout.apply(scope.training(), x, 0.5)) {
                    return y.toFloatArray();
                  }
                });
        for (int i = 0; i < 4; i++) {
          sum[i] += dropped[i] / 2000;
        }
      }
      // deviation of the mean of 4: 4 / sqrt(2000) = 0.09
      assertThat(sum).containsExactly(new double[] {1, 2, 3, 4}, Offset.offset(0.45));
    }
  }

  private static float[] train(Scope scope, RecurrentStack stack) {
    Sequence input = scope.sequence(scope.array(new Shape(2, 4, 3), Scope.random(1, 24)), 4, 3);
    float[][] result = new float[1][];
    Gradients.backward(
        stack,
        () -> {
          NDArray out = stack.forward(scope.training(), input, List.of()).finalState().output();
          result[0] = out.toFloatArray();
          return out.sum();
        });
    return result[0];
  }
}
