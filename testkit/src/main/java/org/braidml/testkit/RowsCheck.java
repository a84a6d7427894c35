package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.braidml.testkit.Compare.Difference;

/** Invariant 2: the other rows of a batch, their order and their number change nothing. */
final class RowsCheck {

  private static final String MIXES = ": does a layer mix examples, such as batch norm?";
  private static final int[] FIRST = {0};
  private static final int[] OTHERS = {1, 2, 3};

  private RowsCheck() {}

  static void inEvaluation(Trial trial) {
    apart(trial, "", Probe::evaluate);
  }

  static void inTraining(Trial trial) {
    if (trial.capabilities().mixesExamples()) {
      mixes(trial);
    } else {
      apart(trial, "in training mode, ", (probe, batch) -> probe.train(batch, 1).outputs());
    }
  }

  private static void apart(
      Trial trial, String mode, BiFunction<Probe, HostBatch, List<Reading>> run) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      List<Reading> before = run.apply(probe, batch);
      List<Reading> after = run.apply(probe, replaced(trial, batch));
      Compare.rows(before, OTHERS, after, OTHERS, Tolerance.NONE)
          .ifPresent(
              d -> fail(mode + changed(d) + " when row 0 was replaced, " + d.size() + MIXES));
      List<Reading> turned = run.apply(probe, batch.select(0, 3, 1, 2));
      Compare.rows(before, FIRST, turned, FIRST, Tolerance.NONE)
          .ifPresent(
              d ->
                  fail(mode + changed(d) + " when the others changed places, " + d.size() + MIXES));
    }
  }

  /** Within a tolerance: how a kernel sums a row may depend on the place of the row. */
  static void inAnotherPlace(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      List<Reading> turned = probe.evaluate(batch.select(3, 2, 1, 0));
      Compare.rows(
              probe.evaluate(batch),
              new int[] {0, 1, 2, 3},
              turned,
              new int[] {3, 2, 1, 0},
              Tolerance.SHAPE)
          .ifPresent(d -> fail(changed(d) + " when the rows were reversed, " + d.size() + MIXES));
    }
  }

  private static void mixes(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.longBatch(probe.subject());
      List<Reading> before = probe.train(batch, 1).outputs();
      List<Reading> after = probe.train(replaced(trial, batch), 1).outputs();
      if (Compare.rows(before, OTHERS, after, OTHERS, Tolerance.NONE).isEmpty()) {
        fail(
            "the block declares that it mixes examples, but replacing row 0 changed no other row in"
                + " training mode: is the declaration needed?");
      }
    }
  }

  static void inSmallerBatches(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      List<Reading> whole = probe.evaluate(batch);
      for (int row = 0; row < batch.rows(); row++) {
        Optional<Difference> alone =
            Compare.rows(
                whole,
                new int[] {row},
                probe.evaluate(batch.select(row)),
                new int[] {0},
                Tolerance.SHAPE);
        alone.ifPresent(
            d -> fail(changed(d) + " in a batch of 1 instead of 4, " + d.size() + MIXES));
      }
    }
  }

  private static HostBatch replaced(Trial trial, HostBatch batch) {
    return batch.replace(0, Seeds.stream(trial.seed(), "other row"));
  }

  private static String changed(Difference difference) {
    return "the " + difference.output() + " of row " + difference.row() + " changed";
  }
}
