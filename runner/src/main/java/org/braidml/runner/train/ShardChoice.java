package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.Shards;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.TrainingConfig;

/**
 * Chooses between one shard and one a core, by taking some steps of each in turn. The steps are
 * whole but for the update: parameters stay as they are.
 *
 * @param shards how many win
 * @param why in a sentence
 */
public record ShardChoice(int shards, String why) {

  /** How much faster shards must be to be chosen: another run must not turn the choice lightly. */
  private static final double WORTH = 1.1;

  private static final int BATCHES = 4;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 12;
  private static final long ENOUGH_NANOSECONDS = 4_000_000_000L;

  /**
   * Measures.
   *
   * @param model with its parameters, which stay
   * @param manager the parent of every batch's manager
   * @param config of the training to come
   * @param cores how many shards are tried
   * @param train the training rows
   */
  public static ShardChoice measured(
      ModelBlock model, NDManager manager, TrainingConfig config, int cores, Batches train) {
    Optional<String> mixing = ShardRules.mixing(model);
    if (mixing.isPresent()) {
      return new ShardChoice(1, mixing.get() + " computes an example from all of its batch");
    }
    int most = Math.min(cores, config.batchSize());
    if (most < 2 || train.count() == 0) {
      return new ShardChoice(1, most < 2 ? "there is one core" : "there is no batch");
    }
    List<List<Batch>> batches = batches(train, config.batchSize());
    try (Shards shards = new Shards(model, most)) {
      TrainingStep one = new TrainingStep(model, new Still(), manager, config.clipNorm(), 0);
      TrainingStep several = new TrainingStep(model, new Still(), manager, config.clipNorm(), 0);
      several.sharding(shards, most);
      return compared(one, several, most, batches);
    }
  }

  private static ShardChoice compared(
      TrainingStep one, TrainingStep several, int most, List<List<Batch>> batches) {
    for (int i = 0; i < WARM_UP; i++) {
      seconds(one, batches);
      try {
        seconds(several, batches);
      } catch (UnsupportedOperationException e) {
        return new ShardChoice(1, String.valueOf(e.getMessage()));
      }
    }
    List<Double> whole = new ArrayList<>();
    List<Double> sharded = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS && System.nanoTime() - start < ENOUGH_NANOSECONDS; i++) {
      whole.add(seconds(one, batches));
      sharded.add(seconds(several, batches));
    }
    double of1 = median(whole) / batches.size();
    double ofMost = median(sharded) / batches.size();
    String why =
        String.format(
            Locale.ROOT,
            "a step without its update took %.1f ms with 1 shard, %.1f ms with %d",
            of1 * 1e3,
            ofMost * 1e3,
            most);
    return new ShardChoice(ofMost * WORTH < of1 ? most : 1, why);
  }

  private static List<List<Batch>> batches(Batches train, int batchSize) {
    List<List<Batch>> batches = new ArrayList<>();
    try (BatchStream stream = train.epoch(1)) {
      while (batches.size() < BATCHES && stream.hasNext()) {
        batches.add(stream.next().parts(batchSize));
      }
    }
    return batches;
  }

  private static double seconds(TrainingStep step, List<List<Batch>> batches) {
    long start = System.nanoTime();
    for (int i = 0; i < batches.size(); i++) {
      step.take(batches.get(i), i, 1, 0);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }

  /** Changes nothing. */
  private static final class Still implements Optimizer {

    @Override
    public void step(Block root, double learningRate) {}

    @Override
    public void stepRows(
        String path, NDArray table, NDArray ids, NDArray gradient, double learningRate) {}

    @Override
    public long steps() {
      return 0;
    }

    @Override
    public Map<String, NDArray> state() {
      return Map.of();
    }

    @Override
    public void forget(Set<String> paths) {}

    @Override
    public void restore(Map<String, NDArray> state, long steps) {}

    @Override
    public void close() {}
  }
}
