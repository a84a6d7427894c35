package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Invariant 5: a seed determines parameters and results. */
final class SeedCheck {

  private SeedCheck() {}

  static void sameSeedSameBlock(Trial trial) {
    try (Probe one = trial.probe();
        Probe two = trial.probe()) {
      Sizes.require(
          two.parameters().keySet().equals(one.parameters().keySet()),
          "two blocks of one configuration have the parameters %s and %s: does a name count what"
              + " was built before?",
          one.parameters().keySet(),
          two.parameters().keySet());
      sameParameters(one, two, "two blocks of one seed have another ");
      HostBatch batch = trial.batch(one.subject());
      Compare.all(one.evaluate(batch), two.evaluate(batch), Tolerance.NONE)
          .ifPresent(
              d ->
                  fail(
                      "two blocks of one seed give another %s in row %d, %s",
                      d.output(), d.row(), d.size()));
    }
  }

  static void sameParametersOnEveryEngine(Trial trial) {
    for (String other : EngineNames.available()) {
      try (Probe here = trial.probe();
          Probe there = new Probe(other, trial.subjects().get(), DataType.FLOAT32, trial.seed())) {
        sameParameters(here, there, trial.engine() + " and " + other + " start with another ");
      }
    }
  }

  private static void sameParameters(Probe one, Probe two, String what) {
    for (String path : one.parameters().keySet()) {
      double largest = Compare.largest(path, one.read(path), two.read(path), Tolerance.NONE);
      if (largest > 0) {
        fail(what + path + ": are its values drawn from the engine instead of its Init?");
      }
    }
  }

  static void evaluationIsDeterministic(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      List<Reading> first = probe.evaluate(batch);
      probe.train(batch, 7);
      probe.parameters(); // training may move running statistics: compare two later passes as well
      Compare.all(probe.evaluate(batch), probe.evaluate(batch), Tolerance.NONE)
          .ifPresent(SeedCheck::failForNoise);
      if (!trial.capabilities().mixesExamples()) {
        Compare.all(first, probe.evaluate(batch), Tolerance.NONE)
            .ifPresent(SeedCheck::failForNoise);
      }
    }
  }

  private static void failForNoise(Compare.Difference difference) {
    fail(
        "two passes in evaluation mode differ in the %s of row %d, %s: is dropout left on in"
            + " evaluation mode?",
        difference.output(), difference.row(), difference.size());
  }

  static void trainingIsDeterministic(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      Compare.all(probe.train(batch, 1).outputs(), probe.train(batch, 2).outputs(), Tolerance.NONE)
          .ifPresent(
              d ->
                  fail(
                      "without dropout, two training passes differ in the %s of row %d, %s: is"
                          + " there a random layer that createWithDropout should declare?",
                      d.output(), d.row(), d.size()));
    }
  }

  /** Float64, so that rounding does not hide a parameter that one engine reads in another order. */
  static void enginesAgree(Trial trial) {
    List<String> others = new ArrayList<>(EngineNames.available());
    others.remove(trial.engine());
    Assumptions.assumeFalse(others.isEmpty(), "one engine only");
    try (Probe here = trial.probe(DataType.FLOAT64)) {
      HostBatch batch = trial.batch(here.subject());
      for (String other : others) {
        try (Probe there =
            new Probe(other, trial.subjects().get(), DataType.FLOAT64, trial.seed())) {
          Compare.all(here.evaluate(batch), there.evaluate(batch), Tolerance.ENGINES)
              .ifPresent(
                  d ->
                      fail(
                          "%s and %s disagree on the %s of row %d, %s in float64: is an"
                              + " operator used that means two things? (org.braidml.api.nn settles"
                              + " them)",
                          trial.engine(), other, d.output(), d.row(), d.size()));
        }
      }
    }
  }
}
