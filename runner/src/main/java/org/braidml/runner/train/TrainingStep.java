package org.braidml.runner.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.GradientSum;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.Shard;
import org.braidml.api.nn.Shards;
import org.braidml.api.nn.SparseRows;
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
  private @Nullable Shards shards;
  private int shardCount = 1;
  private boolean cleared;

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
   * Lets the rows of each part of a batch be computed side by side: the same step, but for rounding
   * and for what dropout draws.
   *
   * @param on threads for the shards; whoever made them closes them
   * @param count of shards
   */
  public void sharding(Shards on, int count) {
    shards = on;
    shardCount = count;
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
   *     by, or a gradient of a sparse table; parameters are then as they were
   */
  public double take(List<Batch> parts, long number, int epoch, double learningRate) {
    List<List<Batch>> groups = parts.stream().map(this::shardsOf).toList();
    List<Batch> all = groups.stream().flatMap(List::stream).toList();
    TakenStep step = new TakenStep(number, epoch, all);
    StepLoss losses = new StepLoss(model, all, manager, carried);
    double loss = 0;
    try (SparseRows rows = new SparseRows()) {
      int done = 0;
      try (GradientSum sum = new GradientSum(model)) {
        for (List<Batch> group : groups) {
          loss += backward(step, done, group.size(), losses, rows);
          done += group.size();
          if (done < all.size()) {
            sum.keep();
          } else {
            sum.addToGradients();
          }
        }
      }
      update(step, loss, rows, learningRate);
    }
    if (carried != null) {
      carried.advance();
    }
    last = step;
    return loss;
  }

  private void update(TakenStep step, double loss, SparseRows rows, double learningRate) {
    double norm =
        clipNorm.isPresent()
            ? Gradients.clipByGlobalNorm(model, clipNorm.get(), rows)
            : rows.norm();
    if (!Double.isFinite(norm)) {
      throw new FiniteGuard(model).diagnoseGradient(step, loss, norm, rows);
    }
    optimizer.step(model, learningRate);
    cleared = optimizer.clearsGradients(manager.getEngine());
    rows.update(model, optimizer, learningRate);
  }

  private List<Batch> shardsOf(Batch part) {
    return part.parts((part.size() + shardCount - 1) / shardCount);
  }

  private double backward(TakenStep step, int from, int count, StepLoss losses, SparseRows rows) {
    double[] each =
        shards == null
            ? new double[] {backward(step, from, losses, rows, null)}
            : sharded(step, from, count, losses, rows);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(each[i])) {
        int index = from + i;
        Batch part = step.parts().get(index);
        throw new FiniteGuard(model)
            .diagnose(step, part, each[i], last, tap -> backward(step, index, losses, rows, tap));
      }
      sum += each[i];
    }
    return sum;
  }

  /** The rows of sparse tables are added up in the order of the shards, as gradients are. */
  private double[] sharded(TakenStep step, int from, int count, StepLoss losses, SparseRows rows) {
    List<SparseRows> parts = Stream.generate(SparseRows::new).limit(count).toList();
    try {
      double[] each =
          Objects.requireNonNull(shards)
              .backward(
                  count, (i, shard) -> backward(step, from + i, losses, shard, parts.get(i), null));
      parts.forEach(rows::add);
      return each;
    } finally {
      parts.forEach(SparseRows::close);
    }
  }

  private double backward(
      TakenStep step,
      int index,
      StepLoss losses,
      SparseRows rows,
      @Nullable BiConsumer<String, NDArray> tap) {
    if (shards != null) {
      return shards.backward(1, (i, shard) -> backward(step, index, losses, shard, rows, tap))[0];
    }
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, StepSeed.of(seed, step.number(), index)).reading(rows);
      Supplier<NDArray> loss = loss(step.parts().get(index), tapped(pass, tap), losses, scope);
      boolean clear = cleared;
      cleared = false;
      double value = Gradients.backward(model, loss, clear);
      rows.keep();
      return value;
    }
  }

  /** In the thread of a shard. */
  private double backward(
      TakenStep step,
      int index,
      StepLoss losses,
      Shard shard,
      SparseRows rows,
      @Nullable BiConsumer<String, NDArray> tap) {
    try (NDManager scope = manager.newSubManager()) {
      long partSeed = StepSeed.of(seed, step.number(), index);
      Pass pass = Pass.shard(shard.store(scope), new SplittableRandom(partSeed)).reading(rows);
      double value =
          shard.backward(loss(step.parts().get(index), tapped(pass, tap), losses, scope));
      rows.keep();
      return value;
    }
  }

  private Supplier<NDArray> loss(Batch part, Pass pass, StepLoss losses, NDManager scope) {
    NDList inputs = model.layout().arrays(scope, part);
    return () -> losses.of(part, pass, inputs, scope);
  }

  private static Pass tapped(Pass pass, @Nullable BiConsumer<String, NDArray> tap) {
    return tap == null ? pass : pass.tappedBy(tap);
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

  /**
   * Requires finite parameters: MXNet's relu turns NaN to 0, and the loss would not show it.
   *
   * @param told behind "a parameter is not finite" in the message
   */
  void requireFiniteParameters(String told) {
    new FiniteGuard(model).requireFiniteParameters(told, last);
  }
}
