package org.braidml.runner.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.GradientSum;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.Optimizer;
import org.jspecify.annotations.Nullable;

/**
 * One step: reseed if anything is drawn, forward, loss, backward, clip, update. Leaves no array
 * behind.
 */
public final class TrainingStep {

  private final ModelBlock model;
  private final Optimizer optimizer;
  private final NDManager manager;
  private final Optional<Double> clipNorm;
  private final long seed;
  private @Nullable CarriedState carried;
  private @Nullable TakenStep last;

  /**
   * A step of a run.
   *
   * @param model with its parameters
   * @param optimizer whose state goes with them
   * @param manager the parent of every batch's manager
   * @param clipNorm the greatest global norm of the gradient
   * @param seed of the run
   */
  public TrainingStep(
      ModelBlock model,
      Optimizer optimizer,
      NDManager manager,
      Optional<Double> clipNorm,
      long seed) {
    this.model = model;
    this.optimizer = optimizer;
    this.manager = manager;
    this.clipNorm = clipNorm;
    this.seed = seed;
    Engines.seed(manager.getEngine(), seed); // for what draws without telling
  }

  /** Takes one step with a batch that is computed at once. */
  public double take(Batch batch, long number, int epoch, double learningRate) {
    return take(List.of(batch), number, epoch, learningRate);
  }

  /**
   * Lets each row of a batch start from the state in which the same row of the batch before ended.
   *
   * @param state where it is kept; whoever made it resets it
   */
  public void carrying(CarriedState state) {
    carried = state;
  }

  /**
   * Takes one step with a batch that is computed in parts: with dropout off, the same step, but for
   * rounding, as with all of its examples at once.
   *
   * @param parts in host memory, with targets; at least one
   * @param number of this step in the run, from 0
   * @param epoch for messages, from 1
   * @param learningRate of this step
   * @return the mean loss of the batch, penalties included
   * @throws NotFiniteException if the loss is not finite, or the norm that gradients are clipped
   *     by; parameters are then as they were
   */
  public double take(List<Batch> parts, long number, int epoch, double learningRate) {
    TakenStep step = new TakenStep(number, epoch, parts);
    StepLoss losses = new StepLoss(model, parts, manager, carried);
    double loss = 0;
    try (GradientSum sum = new GradientSum(model)) {
      for (int i = 0; i < parts.size(); i++) {
        loss += backward(step, i, losses);
        if (i + 1 < parts.size()) {
          sum.keep();
        } else {
          sum.addToGradients();
        }
      }
    }
    if (clipNorm.isPresent()) {
      double norm = Gradients.clipByGlobalNorm(model, clipNorm.get());
      if (!Double.isFinite(norm)) {
        throw new FiniteGuard(model).diagnoseGradient(step, loss, norm);
      }
    }
    optimizer.step(model, learningRate);
    if (carried != null) {
      carried.advance();
    }
    last = step;
    return loss;
  }

  private double backward(TakenStep step, int index, StepLoss losses) {
    Batch part = step.parts().get(index);
    double loss = backward(step, index, losses, null);
    if (!Double.isFinite(loss)) {
      throw new FiniteGuard(model)
          .diagnose(step, part, loss, last, tap -> backward(step, index, losses, tap));
    }
    return loss;
  }

  private double backward(
      TakenStep step, int index, StepLoss losses, @Nullable BiConsumer<String, NDArray> tap) {
    Batch part = step.parts().get(index);
    try (NDManager scope = manager.newSubManager()) {
      NDList inputs = model.layout().arrays(scope, part);
      Pass pass = pass(scope, StepSeed.of(seed, step.number(), index));
      Pass tapped = tap == null ? pass : pass.tappedBy(tap);
      return Gradients.backward(model, () -> losses.of(part, tapped, inputs, scope));
    }
  }

  private Pass pass(NDManager scope, long partSeed) {
    return Pass.training(
        new ParameterStore(scope, false),
        new SplittableRandom(partSeed),
        seedingOnce(manager.getEngine(), partSeed));
  }

  private static Runnable seedingOnce(Engine engine, long stepSeed) {
    AtomicBoolean seeded = new AtomicBoolean();
    return () -> {
      if (!seeded.getAndSet(true)) {
        Engines.seed(engine, stepSeed);
      }
    };
  }

  /** Requires finite parameters: MXNet's relu turns NaN to 0, and the loss would not show it. */
  void requireFiniteParameters(int epoch) {
    new FiniteGuard(model).requireFiniteParameters(epoch, last);
  }
}
