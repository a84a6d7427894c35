package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.braidml.api.nn.Adam;
import org.braidml.api.nn.Optimizer;
import org.junit.jupiter.api.Assumptions;

/** Invariant 8: one small batch can be learned. */
final class OverfitCheck {

  private static final int ATTEMPTS = 3;
  private static final int STEPS = 400;
  private static final double RATE = 0.03;
  private static final double FACTOR = 5;

  private OverfitCheck() {}

  /**
   * A block learns under its own loss, or what another block of its kind computes. Three blocks may
   * try, since the rectifiers of one may all be closed from the start.
   */
  static void learns(Trial trial) {
    Progress progress = new Progress(0, 0);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      progress = attempt(trial.seeded(trial.seed() + 10L * attempt));
      if (progress.enough()) {
        return;
      }
    }
    fail(
        "one batch of 4 rows is not learned by any of %d blocks: the loss of the last was %s and"
            + " came down to %s in %d steps of Adam at %s (due: %s): is the result cut"
            + " off from the parameters, or does it saturate?",
        ATTEMPTS,
        Compare.number(progress.first()),
        Compare.number(progress.least()),
        STEPS,
        RATE,
        Compare.number(progress.first() / FACTOR));
  }

  private record Progress(double first, double least) {
    boolean enough() {
      return least <= first / FACTOR;
    }
  }

  private static Progress attempt(Trial trial) {
    try (Probe pupil = trial.probe()) {
      Subject.ToLoss own = pupil.subject().loss();
      HostBatch batch = trial.longBatch(pupil.subject());
      return own == null
          ? fit(pupil, batch, lesson(trial, batch))
          : fit(pupil, batch.steady(), own); // one target a row, so that steps agree on theirs
    }
  }

  /** The squared distance from what a block with other parameters makes of the batch. */
  private static Subject.ToLoss lesson(Trial trial, HostBatch batch) {
    try (Probe teacher =
        new Probe(trial.engine(), trial.subjects().get(), DataType.FLOAT32, trial.seed() + 1)) {
      teacher.jitter(trial.seed() + 1, 1);
      double[][] taught = new double[1][];
      teacher.train(
          batch,
          1,
          (outputs, inputs) -> {
            NDArray rows = ReadOut.rows(outputs, trial.seed());
            taught[0] = HostArrays.read(rows);
            return rows.sum();
          });
      return (outputs, inputs) -> squares(outputs, taught[0], trial.seed());
    }
  }

  private static NDArray squares(List<Output> outputs, double[] taught, long seed) {
    NDArray rows = ReadOut.rows(outputs, seed);
    NDArray target =
        HostArrays.create(rows.getManager(), taught, rows.getDataType(), rows.getShape());
    return rows.sub(target).square().mean();
  }

  private static Progress fit(Probe pupil, HostBatch batch, Subject.ToLoss loss) {
    Assumptions.assumeTrue(
        pupil.parameters().values().stream().anyMatch(p -> p.requiresGradient()),
        "the block has nothing to learn");
    double first = pupil.train(batch, 1, loss).loss();
    Progress progress = new Progress(first, first);
    try (Optimizer optimizer = new Adam(0.9, 0.999, 1e-8, 0)) {
      for (int step = 0; step < STEPS && !progress.enough(); step++) {
        optimizer.step(pupil.subject().block(), RATE);
        double now = pupil.train(batch, 1, loss).loss();
        progress = new Progress(first, Math.min(progress.least(), now));
      }
    }
    return progress;
  }
}
