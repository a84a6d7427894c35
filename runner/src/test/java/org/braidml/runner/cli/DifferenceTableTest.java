package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.braidml.runner.run.Difference;
import org.junit.jupiter.api.Test;

/** Differences fit a terminal and can be told apart. */
final class DifferenceTableTest {

  private static final String HASH = "a".repeat(64);

  @Test
  void numbersAndSumsAreShownAsShortAsTheyDiffer() {
    String table =
        DifferenceTable.of(
            List.of(
                new Difference("loss", "0.123456789012", "0.223456789012"),
                new Difference("close", "0.1234567890", "0.1234567891"),
                new Difference("sum", HASH, "b".repeat(64)),
                new Difference("absent", "-", "7")));
    assertThat(table)
        .isEqualTo(
            """
              loss    0.123457      0.223457
              close   0.1234567890  0.1234567891
              sum     aaaaaaaaaaaa  bbbbbbbbbbbb
              absent  -             7
            """);
  }

  @Test
  void whatIsTooWideForATableStandsBelowIt() {
    String table =
        DifferenceTable.of(
            List.of(new Difference("path", "/" + "x".repeat(100), "short"), sums("last")));
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    assertThat(table).contains("  path\n    < /xxx", "xx\n      xxx", "\n    > short\n");
    assertThat(table).contains("\n    < " + HASH + "\n    > " + HASH.replaceFirst(".$", "b"));
  }

  /** Two sums whose beginnings are the same. */
  private static Difference sums(String key) {
    return new Difference(key, HASH, HASH.replaceFirst(".$", "b"));
  }

  @Test
  void nothingIsToldToo() {
    assertThat(DifferenceTable.of(List.of())).isEqualTo("  the same\n");
  }
}
