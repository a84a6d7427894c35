package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrappedTest {

  @Test
  void aLineThatFitsStaysAsItIs() {
    assertThat(Wrapped.text("one  two\n\n three", 8, 2)).isEqualTo("one  two\n\n three\n");
  }

  @Test
  void aLongLineBreaksBetweenWordsAndHangs() {
    assertThat(Wrapped.text("  one two three", 10, 2)).isEqualTo("  one two\n    three\n");
    assertThat(Wrapped.text("  one two three", 10, 0)).isEqualTo("  one two\n  three\n");
  }

  @Test
  void theTextOfANumberedProblemHangsBelowItself() {
    assertThat(Wrapped.text("12) one two three", 11, 2)).isEqualTo("12) one two\n      three\n");
  }

  @Test
  void aWordWithoutBlanksStaysWhole() {
    assertThat(Wrapped.text("at /a/very/long/path x", 8, 2))
        .isEqualTo("at\n  /a/very/long/path\n  x\n");
  }
}
