package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;

/** Invariant 6: dropout acts in training mode, and on average changes nothing. */
final class DropoutCheck {

  private static final int PASSES = 64;
  private static final double BOUND = 0.4;

  private DropoutCheck() {}

  static void passesDiffer(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.longBatch(probe.subject());
      List<Reading> first = probe.train(batch, 1).outputs();
      for (int stream = 2; stream <= 6; stream++) {
        if (Compare.all(first, probe.train(batch, stream).outputs(), Tolerance.NONE).isPresent()) {
          return;
        }
      }
      fail(
          "dropout is configured, but training passes are equal: is the rate given to a fused layer"
              + " that ignores it?");
    }
  }

  /**
   * The distance of the mean of 64 passes from evaluation mode, against the root mean square
   * distance of one pass: an eighth on average where dropout is unbiased, up to 0.4 is allowed for
   * the bias that a non-linear function of it has. Forgotten scaling gives the root of the rate:
   * 0.71 at 0.5, 0.55 at 0.3.
   */
  static void meanApproachesEvaluation(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.longBatch(probe.subject());
      double[] target = cells(probe.evaluate(batch));
      double[] sum = new double[target.length];
      double square = 0;
      for (int pass = 0; pass < PASSES; pass++) {
        double[] once = cells(probe.train(batch, 100 + pass).outputs());
        for (int i = 0; i < sum.length; i++) {
          sum[i] += once[i] / PASSES;
          square += (once[i] - target[i]) * (once[i] - target[i]) / PASSES;
        }
      }
      double distance = 0;
      for (int i = 0; i < sum.length; i++) {
        distance += (sum[i] - target[i]) * (sum[i] - target[i]);
      }
      double ratio = square == 0 ? 0 : Math.sqrt(distance / square);
      if (trial.capabilities().biasesDropout()) {
        requireBias(ratio);
      } else if (ratio > BOUND) {
        fail(
            "the mean of %d training passes stays away from evaluation mode by %s times the"
                + " distance of a single pass (allowed: %s): is what dropout keeps not divided by 1"
                + " - rate, or normalised afterwards (then declare biasedDropout())?",
            PASSES, Compare.number(ratio), BOUND);
      }
    }
  }

  private static void requireBias(double ratio) {
    if (ratio <= BOUND) {
      fail(
          "the block declares that dropout is biased, but the mean of %d training passes is near"
              + " evaluation mode, %s times the distance of a single pass: is the declaration"
              + " needed?",
          PASSES, Compare.number(ratio));
    }
  }

  private static double[] cells(List<Reading> outputs) {
    List<Double> cells = new ArrayList<>();
    Reading first = outputs.get(0);
    for (int row = 0; row < first.rows(); row++) {
      for (double value : first.row(row)) {
        cells.add(value);
      }
    }
    return cells.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
