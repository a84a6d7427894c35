package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BarProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BarProgress progress =
      new BarProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), "accuracy");

  @Test
  void theBarOfAnEpochThatFailedIsClearedForGood() throws InterruptedException {
    progress.epochStarted(1, 3, 100);
    progress.stepped(0, 32, 0.5);
    for (int i = 0; i < 1000 && bytes.size() == 0; i++) {
      Thread.sleep(20); // a bar that was never drawn is not cleared either
    }
    progress.ended();
    String shown = bytes.toString(StandardCharsets.UTF_8);
    assertThat(shown).contains("epoch 1/3").matches("(?s).*\\r +\\r\\R?");
    Thread.sleep(500); // more than two of its intervals
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(shown);
  }

  @Test
  void whatEndsBeforeItsFirstEpochShowsNothing() {
    progress.ended();
    assertThat(bytes.size()).isZero();
  }
}
