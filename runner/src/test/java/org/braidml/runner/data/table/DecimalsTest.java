package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A decimal number is what a pattern and Java's own parser say that it is, bit for bit. */
final class DecimalsTest {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private static final String SIGNS = "0123456789012345678900..eE+-x ";

  private static double expected(String text) {
    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    return Float.isFinite((float) number) ? number : Double.NaN;
  }

  private static void check(String text) {
    assertThat(Double.doubleToRawLongBits(Decimals.parse("," + text + "]", 1, 1 + text.length())))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(expected(text)));
  }

  @Test
  void edgesAreAsJavaReadsThem() {
    List.of(
            "",
            "+",
            "-",
            ".",
            "e",
            "-.",
            "1e",
            "1e+",
            ".e1",
            "1.2.3",
            "--1",
            "1 ",
            "0x1",
            "1f",
            "NaN",
            "Infinity",
            "-0",
            "-0.0",
            "+0",
            "00012",
            "5.",
            ".5",
            "1e5",
            "1E-5",
            "1e0005",
            "3.4028235e38",
            "3.5e38",
            "1e400",
            "1e-400",
            "0." + "0".repeat(1000) + "1e1500",
            "0." + "0".repeat(1000) + "1e1002",
            "1" + "0".repeat(1000) + "e-1500",
            "4.9e-324",
            "1e99999999999",
            "0e99999999999",
            "999999999999999",
            "9999999999999999",
            "0.000000000000000000000001",
            "1e22",
            "1e23",
            "123456789012345e22",
            "0.1e-22",
            "\u0661",
            "9007199254740993")
        .forEach(DecimalsTest::check);
  }

  @Test
  void randomTextsAreAsJavaReadsThem() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(24); left > 0; left--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      check(text.toString());
      check(String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30)));
      check(String.valueOf((float) random.nextGaussian()));
    }
  }
}
