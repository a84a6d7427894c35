package org.braidml.runner.data.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenScannerTest {

  private static final String SPECIAL =
      "aB9 \t\n\r\u0085\u00a0\u2028\u200b\u3000'\u2019'''..,!\u0301\u00df\u0130\u4e2d\u30ab\u0e01\u00b2\u2167_";

  @Test
  void theScannerCutsAsThePatternThatDefinesTokens() {
    for (long seed = 0; seed < 3000; seed++) {
      String text = text(new Random(seed));
      for (Cut cut : new Cut[] {Cut.WORD, Cut.WHITESPACE}) {
        assertThat(cut.tokens(text)).as("seed %d, %s", seed, cut).isEqualTo(cut.matched(text));
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      switch (random.nextInt(8)) {
        case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1)); // surrogates too
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2, 3 -> text.append((char) ('a' + random.nextInt(26)));
        default -> text.append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      }
    }
    return text.toString();
  }
}
