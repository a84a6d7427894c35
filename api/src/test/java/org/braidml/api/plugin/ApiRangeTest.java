package org.braidml.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0.1,0.2)  | 0.1.0-SNAPSHOT | true",
        "[0.1,0.2)  | 0.1.9          | true",
        "[0.1,0.2)  | 0.2.0          | false",
        "[0.1,0.2)  | 0.2.0-SNAPSHOT | false",
        "[0.1,0.2]  | 0.2            | true",
        "(0.1,0.2)  | 0.1            | false",
        "(0.1,0.2)  | 0.1.1          | true",
        "[ 1.2 , )  | 7              | true",
        "(,1.0]     | 0.1            | true",
        "[0.1.3]    | 0.1.3          | true",
        "[0.1.3]    | 0.1.4          | false",
        "[0.9,0.10] | 0.10           | true"
      })
  void aRangeHoldsVersionsAsMavenReadsIt(String range, String version, boolean held) {
    assertThat(ApiRange.of(range).contains(ApiVersion.of(version))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0.1", "[0.1", "[,]", "(0.1)", "[a,b)", "[0.1,0.2),[0.3,0.4)", "[1.2.3.4]"})
  void whatIsNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> ApiRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlugInBuiltNowStatesARangeThatHoldsThisVersionAndNotTheNextThatMayBreakIt() {
    ApiVersion now = ApiVersion.CURRENT;
    assertThat(now.compatible().contains(now)).isTrue();
    assertThat(new ApiVersion(0, 1, 3).compatible()).hasToString("[0.1,0.2)");
    assertThat(new ApiVersion(1, 4, 2).compatible()).hasToString("[1.4,2.0)");
  }
}
