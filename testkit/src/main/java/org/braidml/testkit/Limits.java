package org.braidml.testkit;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.function.Consumer;
import org.braidml.api.SequenceSpec;
import org.junit.jupiter.api.Assumptions;

/** Declared incapacities of blocks that read sequences: each must be a refusal. */
final class Limits {

  private Limits() {}

  static void check(Trial trial, Consumer<SequenceSpec> create) {
    Capabilities declared = trial.capabilities();
    Assumptions.assumeTrue(
        declared.needsFixedLength() || declared.minimumTime() > 1, "declares no limit");
    if (declared.needsFixedLength()) {
      Sizes.refused(
          "a length that is not fixed",
          () -> create.accept(SequenceSpec.of("checked", Sizes.WIDTH)));
    } else {
      tooShort(trial, declared.minimumTime() - 1);
    }
  }

  private static void tooShort(Trial trial, int time) {
    try (Probe probe = trial.probe()) {
      HostBatch batch =
          HostBatch.draw(
              probe.subject().ports(),
              time,
              new int[] {time},
              Seeds.stream(trial.seed(), "too short"));
      Throwable thrown = catchThrowable(() -> probe.evaluate(batch));
      Sizes.require(
          thrown instanceof IllegalArgumentException,
          "T = %d is below the declared least T, so forward must refuse it with an"
              + " IllegalArgumentException, but it %s: is the length checked before any native"
              + " call?",
          time,
          thrown == null ? "gave a result" : "threw " + thrown);
    }
  }
}
