package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import org.braidml.testkit.Compare.Difference;
import org.jspecify.annotations.Nullable;

/** Invariant 1: what stands in padded positions, and how many there are, changes nothing. */
final class PaddingCheck {

  private static final String READS =
      ": is the state read at T instead of length - 1, a softmax or mean taken over padding, or a"
          + " backward direction fed with padding first?";
  private static final String COUNTS =
      ": is a mean divided by T instead of the length, or a softmax taken over padding?";

  private PaddingCheck() {}

  static void noiseChangesNothing(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      HostBatch noisy = batch.noisy(Seeds.stream(trial.seed(), "noise"));
      report(
          Compare.all(probe.evaluate(batch), probe.evaluate(noisy), Tolerance.NONE),
          batch,
          "padded positions changed the ",
          READS);
    }
  }

  static void noiseChangesNoGradient(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      Trained clean = probe.train(batch, 1);
      Trained noisy = probe.train(batch.noisy(Seeds.stream(trial.seed(), "noise")), 1);
      report(
          Compare.all(clean.outputs(), noisy.outputs(), Tolerance.NONE),
          batch,
          "in training mode, padded positions changed the ",
          READS);
      report(
          Compare.all(clean.inputGradients(), noisy.inputGradients(), Tolerance.NONE),
          batch,
          "padded positions changed the gradient by the input ",
          READS);
      same("loss", new double[] {clean.loss()}, new double[] {noisy.loss()});
      clean
          .gradients()
          .forEach(
              (path, gradient) ->
                  same("gradient of the parameter " + path, gradient, noisy.gradients().get(path)));
    }
  }

  private static void same(String what, double[] clean, double @Nullable [] noisy) {
    double largest = noisy == null ? 0 : Compare.largest(what, clean, noisy, Tolerance.NONE);
    if (largest > 0) {
      fail(
          "padded positions changed the "
              + what
              + ", largest difference "
              + Compare.number(largest)
              + READS);
    }
  }

  static void moreOfItChangesNothing(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      report(
          Compare.all(probe.evaluate(batch), probe.evaluate(batch.longer(3)), Tolerance.SHAPE),
          batch,
          "3 more padded steps changed the ",
          COUNTS);
    }
  }

  private static void report(
      Optional<Difference> found, HostBatch batch, String what, String perhaps) {
    found.ifPresent(
        difference ->
            fail(
                what
                    + difference.output()
                    + " of row "
                    + difference.row()
                    + " (length "
                    + batch.lengths()[difference.row()]
                    + " of T "
                    + batch.time()
                    + "), "
                    + difference.size()
                    + perhaps));
  }
}
