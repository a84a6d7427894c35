package org.braidml.runner.experiment;

import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;

/**
 * How a model is trained.
 *
 * @param batchSize examples that are computed at once
 * @param accumulate so many times the batch size is one step, computed in so many parts
 * @param shards how many threads compute the rows of a batch side by side; auto: measured; auto-1:
 *     measured, and one it is
 * @param epochs passes over the training rows, at most
 * @param shuffle whether the order changes with every epoch
 * @param dropLast whether an incomplete last batch is left out
 * @param stateful whether rows are consecutive pieces of one long sequence: each row of a batch
 *     then starts from the state in which the same row of the batch before ended
 * @param clipNorm the greatest global norm of the gradient; absent: never clipped
 * @param optimizer the rule that changes parameters
 * @param schedule how its learning rate changes
 * @param earlyStopping when to stop before the last epoch
 * @param checkpoint when the state of training is saved
 */
@Defaults("training")
public record TrainingConfig(
    @Range(min = 1, max = 1_000_000) int batchSize,
    @Range(min = 1, max = 10_000) int accumulate,
    String shards,
    @Range(min = 1, max = 1_000_000) int epochs,
    boolean shuffle,
    boolean dropLast,
    boolean stateful,
    @Range(min = 0, aboveMin = true) Optional<Double> clipNorm,
    OptimizerConfig optimizer,
    ScheduleConfig schedule,
    EarlyStoppingConfig earlyStopping,
    CheckpointConfig checkpoint) {

  /** What {@link #shards} is where a measurement chooses. */
  public static final String MEASURED = "auto";

  /**
   * What {@link #shards} is where a measurement chose one. The engine was loaded for several by
   * then, and is loaded so again where the run goes on or is repeated.
   */
  public static final String MEASURED_ONE = "auto-1";

  /** Returns whether the count of shards is still to be chosen. */
  public boolean shardsMeasured() {
    return shards.equals(MEASURED);
  }

  /** Returns how many shards a batch has; 1 as long as that is to be chosen. */
  public int shardCount() {
    return shardsMeasured() || shards.equals(MEASURED_ONE) ? 1 : Integer.parseInt(shards);
  }

  /** Returns whether the engine is loaded for threads of Java that compute side by side. */
  public boolean sideBySide() {
    return !shards.equals("1");
  }

  /** The same training with so many shards, as a measurement chose. */
  public TrainingConfig withMeasuredShards(int count) {
    return new TrainingConfig(
        batchSize,
        accumulate,
        count == 1 ? MEASURED_ONE : Integer.toString(count),
        epochs,
        shuffle,
        dropLast,
        stateful,
        clipNorm,
        optimizer,
        schedule,
        earlyStopping,
        checkpoint);
  }

  /** Returns how many examples a step has. */
  public int examplesPerStep() {
    return Math.multiplyExact(batchSize, accumulate);
  }
}
