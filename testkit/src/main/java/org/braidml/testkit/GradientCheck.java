package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** Invariant 4: every parameter that takes a gradient gets one, and it is the right one. */
final class GradientCheck {

  private static final int SEEDS = 3;
  private static final int COORDINATES = 3;

  private GradientCheck() {}

  /** All parameters move a little first, so that a gate that starts at zero hides nothing. */
  static void noParameterIsDead(Trial trial) {
    try (Probe probe = trial.probe(DataType.FLOAT64)) {
      Set<String> dead = new TreeSet<>();
      for (int i = 0; i < SEEDS; i++) {
        probe.jitter(trial.seed() + i, 0.3);
        Set<String> zero = new TreeSet<>();
        probe
            .train(batch(trial, probe, i), 1)
            .gradients()
            .forEach((path, gradient) -> addIfZero(zero, path, gradient));
        if (i == 0) {
          dead.addAll(zero);
        }
        dead.retainAll(zero);
      }
      if (!dead.isEmpty()) {
        fail(
            "the parameter "
                + String.join(", ", dead)
                + " takes a gradient but gets none in "
                + SEEDS
                + " batches: is it declared and never used, or cut off from the result?");
      }
    }
  }

  private static void addIfZero(Set<String> zero, String path, double[] gradient) {
    if (Arrays.stream(gradient).allMatch(g -> g == 0)) {
      zero.add(path);
    }
  }

  static void gradientsEqualDifferences(Trial trial) {
    try (Probe probe = trial.probe(DataType.FLOAT64)) {
      probe.jitter(trial.seed(), 0.3);
      HostBatch batch = batch(trial, probe, 0);
      Trained trained = probe.train(batch, 1);
      RandomGenerator random = Seeds.stream(trial.seed(), "coordinates");
      trained
          .gradients()
          .forEach(
              (path, gradient) -> {
                for (int cell : cells(gradient, random)) {
                  DoubleUnaryOperator loss = shift -> lossAfter(probe, batch, path, cell, shift);
                  compare("the parameter " + path + "[" + cell + "]", gradient[cell], loss);
                }
              });
      for (Reading gradient : trained.inputGradients()) {
        for (int cell : cells(gradient.values(), random)) {
          if (gradient.real(cell)) {
            DoubleUnaryOperator loss = shift -> lossAt(probe, batch, gradient, cell, shift);
            compare("the input " + gradient.name(), gradient.values()[cell], loss);
          }
        }
      }
    }
  }

  private static HostBatch batch(Trial trial, Probe probe, int shift) {
    return trial.seeded(trial.seed() + shift).longBatch(probe.subject());
  }

  /** The place of the largest gradient, and some others. */
  private static Set<Integer> cells(double[] gradient, RandomGenerator random) {
    int largest = 0;
    for (int i = 0; i < gradient.length; i++) {
      largest = Math.abs(gradient[i]) > Math.abs(gradient[largest]) ? i : largest;
    }
    Set<Integer> cells = new TreeSet<>(Set.of(largest));
    for (int i = 1; i < COORDINATES; i++) {
      cells.add(random.nextInt(gradient.length));
    }
    return cells;
  }

  private static double lossAfter(
      Probe probe, HostBatch batch, String path, int cell, double shift) {
    double[] before = probe.read(path);
    double[] after = before.clone();
    after[cell] += shift;
    probe.write(path, after);
    double loss = probe.train(batch, 1).loss();
    probe.write(path, before);
    return loss;
  }

  private static double lossAt(
      Probe probe, HostBatch batch, Reading gradient, int cell, double shift) {
    int size = gradient.values().length / gradient.rows();
    int port = probe.subject().port(gradient.name());
    return probe.train(batch.shifted(port, cell / size, cell % size, shift), 1).loss();
  }

  /**
   * Central differences at 1e-5, where truncation and rounding are both near 1e-10; at a smaller
   * step if that fails, so that a kink of a rectifier nearby does not count.
   */
  private static void compare(String what, double gradient, DoubleUnaryOperator loss) {
    double difference = 0;
    for (double step : new double[] {1e-5, 2e-6, 4e-7}) {
      double up = loss.applyAsDouble(step);
      double down = loss.applyAsDouble(-step);
      difference = (up - down) / (2 * step);
      double rounding = 1e-15 * (1 + Math.abs(up)) / step + 1e-9;
      if (new Tolerance(rounding, 1e-5).accepts(gradient, difference)) {
        return;
      }
    }
    fail(
        "the gradient of "
            + what
            + " is "
            + gradient
            + ", finite differences in float64 say "
            + difference
            + ": is a part of the computation cut off, or not a function of its inputs alone?");
  }
}
