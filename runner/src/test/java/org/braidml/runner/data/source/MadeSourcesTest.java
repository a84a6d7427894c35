package org.braidml.runner.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.Test;

final class MadeSourcesTest {

  private static final int ROWS = 40_000;

  @Test
  void namesStandOnceAndBelongToOneOf35Languages() {
    Table names = JdkNames.table();
    Set<String> texts = new HashSet<>();
    Set<String> languages = new HashSet<>();
    for (int row = 0; row < names.size(); row++) {
      assertThat(texts.add(names.column("name").textOf(row).toLowerCase(Locale.ROOT))).isTrue();
      languages.add(names.column("language").textOf(row));
    }
    assertThat(languages).hasSize(35);
    assertThat(names.size()).isGreaterThan(10_000);
  }

  @Test
  void theCeilingsAreThoseOfTheRule() {
    // text: .05 + .9 * (.60 + .30 / 2); statics: .70 * .5 + .30 * .95
    ReviewsMade.Ceilings ceilings = ReviewsMade.ceilings();
    assertThat(ceilings.text()).isCloseTo(0.725, within(1e-9));
    assertThat(ceilings.statics()).isCloseTo(0.635, within(1e-9));
    assertThat(ceilings.both()).isCloseTo(0.95, within(1e-9));
  }

  @Test
  void aTellerOfEachKnowledgeReachesItsCeilingAndNoMore() {
    Table made = ReviewsMade.table(ROWS, 5);
    IntFunction<String> text = row -> "" + MadeText.liked(made.column("review").textOf(row));
    IntFunction<String> statics =
        row ->
            made.column("segment").textOf(row)
                + (Integer.parseInt(made.column("age").textOf(row)) < 48);
    ReviewsMade.Ceilings ceilings = ReviewsMade.ceilings();
    // Four standard errors of a share of 40,000 rows are 0.01.
    assertThat(best(made, text)).isCloseTo(ceilings.text(), within(0.01));
    assertThat(best(made, statics)).isCloseTo(ceilings.statics(), within(0.01));
    assertThat(best(made, row -> text.apply(row) + statics.apply(row)))
        .isCloseTo(ceilings.both(), within(0.01));
  }

  /** The accuracy of telling the more frequent label of each state of knowledge. */
  private static double best(Table made, IntFunction<String> known) {
    Map<String, int[]> counts = new HashMap<>();
    for (int row = 0; row < made.size(); row++) {
      int label = made.column("recommended").textOf(row).equals("yes") ? 1 : 0;
      counts.computeIfAbsent(known.apply(row), key -> new int[2])[label]++;
    }
    return counts.values().stream().mapToInt(c -> Math.max(c[0], c[1])).sum() / (double) ROWS;
  }

  @Test
  void moreRowsOnlyAddRows() {
    Table few = ReviewsMade.table(10, 5);
    Table many = ReviewsMade.table(20, 5);
    for (int row = 0; row < 10; row++) {
      assertThat(many.column("review").get(row)).isEqualTo(few.column("review").get(row));
    }
    assertThat(ReviewsMade.table(1, 6).column("review").get(0))
        .isNotEqualTo(few.column("review").get(0));
  }
}
