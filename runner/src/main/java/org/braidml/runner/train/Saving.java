package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.braidml.runner.experiment.CheckpointConfig;

/** Saves the memory of training when it is due, and stops training when that is asked for. */
final class Saving {

  private final CheckpointConfig config;
  private final Checkpoints checkpoints;
  private final StopSignal stop;
  private final NDManager manager;
  private final double nanosBetween;
  private long last = System.nanoTime();

  Saving(CheckpointConfig config, Checkpoints checkpoints, StopSignal stop, NDManager manager) {
    this.config = config;
    this.checkpoints = checkpoints;
    this.stop = stop;
    this.manager = manager;
    this.nanosBetween =
        config.everyMinutes().orElse(Double.POSITIVE_INFINITY) * TimeUnit.MINUTES.toNanos(1);
  }

  /** Gives training the memory of the newest checkpoint, if there is one. */
  void restore(TrainingMemory memory) throws IOException {
    try (NDManager scope = manager.newSubManager()) {
      checkpoints.newest(scope).ifPresent(saved -> memory.restore(saved, manager));
    }
  }

  /**
   * A step is done.
   *
   * @throws NotFiniteException if the state is to be saved and a parameter is not finite; nothing
   *     is saved then
   */
  void stepped(TrainingMemory memory, TrainingStep step) throws IOException {
    boolean asked = stop.requested();
    if (asked || System.nanoTime() - last >= nanosBetween) {
      step.requireFiniteParameters(", so that the state of training is not saved");
      write(memory);
    }
    stopIf(asked, memory);
  }

  /** An epoch is done, the last one perhaps; the loop has seen to it that parameters are finite. */
  void epochEnded(TrainingMemory memory, boolean isLast) throws IOException {
    int done = memory.epoch() - 1;
    boolean due = config.everyEpochs().map(every -> done % every == 0).orElse(false);
    boolean end = isLast && (config.everyEpochs().isPresent() || config.everyMinutes().isPresent());
    boolean asked = stop.requested();
    if (due || end || asked) {
      write(memory);
    }
    stopIf(asked, memory);
  }

  private static void stopIf(boolean asked, TrainingMemory memory) {
    if (asked) {
      throw new TrainingStoppedException(memory.epoch(), memory.batch());
    }
  }

  private void write(TrainingMemory memory) throws IOException {
    try (NDManager scope = manager.newSubManager()) {
      checkpoints.write(memory.checkpoint(scope));
    }
    last = System.nanoTime();
  }
}
