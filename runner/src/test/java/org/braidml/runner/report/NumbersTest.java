package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0",
        "1 | 1.000 | 1",
        "0.78 | 0.7800 | 0.78",
        "0.123456 | 0.1235 | 0.123",
        "-0.123456 | -0.1235 | -0.123",
        "0.99996 | 1.000 | 1",
        "12.345 | 12.35 | 12.3",
        "1234.5 | 1,235 | 1,235",
        "1234567.8 | 1,234,568 | 1,234,568",
        "12345678901 | 1.235E10 | 1.23E10",
        "0.0001234567 | 0.0001235 | 0.000123",
        "0.00001234567 | 1.235E-5 | 1.23E-5",
        "-2.2E-16 | 0 | 0",
        "NaN | n/a | n/a",
        "Infinity | ∞ | ∞",
        "-Infinity | -∞ | -∞",
      })
  void showThreeOrFourSignificantDigits(double value, String exact, String brief) {
    assertThat(Numbers.exact(value)).isEqualTo(exact);
    assertThat(Numbers.brief(value)).isEqualTo(brief);
  }

  @Test
  void countsHaveTheirNoun() {
    assertThat(Numbers.count(1, "row")).isEqualTo("1 row");
    assertThat(Numbers.count(2103, "row")).isEqualTo("2,103 rows");
    assertThat(Numbers.count(0, "row")).isEqualTo("0 rows");
  }

  @Test
  void durationsHaveTheirUnit() {
    assertThat(Numbers.duration(0.25)).isEqualTo("0.25 s");
    assertThat(Numbers.duration(59.94)).isEqualTo("59.9 s");
    assertThat(Numbers.duration(254.2)).isEqualTo("4 min 14 s");
    assertThat(Numbers.duration(3 * 3600 + 125)).isEqualTo("3 h 2 min");
    assertThat(Numbers.duration(Double.NaN)).isEqualTo("n/a");
  }

  @Test
  void percentagesOfNothingAreNotDefined() {
    assertThat(Numbers.percent(0.125)).isEqualTo("12.5%");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("n/a");
  }
}
