package org.braidml.runner.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
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
  private final CarriedState carried = new CarriedState();
  private boolean stateful;
  private int lastEpoch;

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

  /**
   * Lets each row of a batch start from the state in which the same row of the batch before ended,
   * within an epoch.
   */
  public TrainingStep stateful(boolean goesOn) {
    stateful = goesOn;
    return this;
  }

  /**
   * Takes one step.
   *
   * @param batch in host memory, with targets
   * @param number of this step in the run, from 0
   * @param epoch for messages, from 1
   * @param learningRate of this step
   * @return the mean loss of the batch, penalties included
   * @throws NotFiniteException if the loss is not finite; parameters are then as they were
   */
  public double take(Batch batch, long number, int epoch, double learningRate) {
    try (NDManager scope = manager.newSubManager()) {
      long stepSeed = StepSeed.of(seed, number);
      if (epoch != lastEpoch) {
        carried.reset();
        lastEpoch = epoch;
      }
      NDList inputs = model.layout().arrays(scope, batch);
      Pass pass =
          Pass.training(
              new ParameterStore(scope, false),
              new SplittableRandom(stepSeed),
              seedingOnce(manager.getEngine(), stepSeed));
      double loss = Gradients.backward(model, () -> loss(pass, inputs, batch, scope));
      if (!Double.isFinite(loss)) {
        throw new FiniteGuard(model).diagnose(batch, scope, number, epoch, loss);
      }
      clipNorm.ifPresent(norm -> Gradients.clipByGlobalNorm(model, norm));
      optimizer.step(model, learningRate);
      return loss;
    }
  }

  private static Runnable seedingOnce(Engine engine, long stepSeed) {
    AtomicBoolean seeded = new AtomicBoolean();
    return () -> {
      if (!seeded.getAndSet(true)) {
        Engines.seed(engine, stepSeed);
      }
    };
  }

  private NDArray loss(Pass pass, NDList inputs, Batch batch, NDManager scope) {
    ModelBlock.Chunk chunk =
        model.forward(pass, inputs, stateful ? carried.on(scope, batch.size()) : Map.of());
    if (stateful) {
      carried.keep(chunk.carry());
    }
    Map<String, NDArray> scores = chunk.scores();
    @Nullable NDArray sum = null;
    for (HeadBox head : model.heads()) {
      TargetBatch targets = Targets.of(head, batch, scope);
      NDArray loss = head.block().loss(ModelBlock.scoresOf(head, scores), targets).mean();
      NDArray weighted = head.weight() == 1 ? loss : loss.mul(head.weight());
      sum = sum == null ? weighted : sum.add(weighted);
    }
    for (NDArray penalty : pass.losses().values()) {
      sum = sum == null ? penalty : sum.add(penalty);
    }
    if (sum == null) {
      throw new IllegalStateException("a model has a head");
    }
    return sum;
  }
}
