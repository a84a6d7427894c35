package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.braidml.api.Pass;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.ParameterPaths;
import org.jspecify.annotations.Nullable;

/**
 * The contract of whatever computes gradients in a training loop: {@link
 * org.braidml.api.nn.Gradients} does; a loop of one's own must. PyTorch adds gradients up and MXNet
 * overwrites them, so a loop that is right on one engine may be wrong on the other.
 */
public abstract class GradientStepContract {

  /** For subclasses. */
  protected GradientStepContract() {}

  /** Returns the step to check. */
  protected abstract GradientStep create();

  /** Two steps on one batch give equal gradients. */
  @EachEngine
  public final void gradientsDoNotAddUp(String engine) {
    Seeds.explained(engine, () -> run(engine, 0));
  }

  /** The gradients of the last batch do not depend on the batch before. */
  @EachEngine
  public final void lastBatchLeavesNothing(String engine) {
    Seeds.explained(engine, () -> run(engine, 1));
  }

  private void run(String engine, int other) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      Linear block = new Linear(3, 2);
      ParameterPaths.initialize(block, manager, DataType.FLOAT32, Seeds.seed());
      GradientStep step = create();
      Map<String, double[]> alone = step(step, block, manager, 0);
      step(step, block, manager, other);
      Map<String, double[]> after = step(step, block, manager, 0);
      alone.forEach((path, gradient) -> compare(path, gradient, after.get(path)));
    }
  }

  private static void compare(String path, double[] first, double @Nullable [] last) {
    if (last == null) {
      fail("the gradient of %s is missing from the second step", path);
    } else if (Compare.largest("gradient of " + path, first, last, Tolerance.NONE) > 0) {
      fail(
          "the gradient of %s is %s at the first step and %s at a later one on the same batch: are"
              + " old gradients added up instead of zeroed?",
          path, Compare.number(first[0]), Compare.number(last[0]));
    }
  }

  private static Map<String, double[]> step(
      GradientStep step, Linear block, NDManager manager, int batch) {
    try (NDManager child = manager.newSubManager()) {
      RandomGenerator random = Seeds.stream(Seeds.seed() + batch, "gradient step");
      double[] values = random.doubles(12, -1, 1).toArray();
      NDArray input = HostArrays.create(child, values, DataType.FLOAT32, new Shape(4, 3));
      Pass pass = Pass.training(new ParameterStore(child, false), random);
      return step.gradients(block, () -> block.forward(pass, input).square().sum());
    }
  }
}
