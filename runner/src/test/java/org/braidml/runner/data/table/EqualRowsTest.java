package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows are equal if the columns that count are: texts as they are, series by their numbers. */
final class EqualRowsTest {

  private static int[] first(Map<String, Column> columns, Set<String> names, int... known) {
    Table table = Table.of(List.copyOf(columns.keySet()), columns, row -> "row " + row);
    int[] all = IntStream.range(0, table.size()).toArray();
    return new EqualRows(table, names, known).first(all);
  }

  @Test
  void theFirstKnownRowThatEqualsARowInTheColumnsThatCountIsFound() {
    Map<String, Column> columns =
        Map.of(
            "text", Column.of("a", "b", "a", "c", null, "", null, "a"),
            "number", Column.of("1", "1", "1", "1", "1", "1", "1", "2"),
            "row", Column.computed(8, String::valueOf));
    assertThat(first(columns, Set.of("text", "number"), 5, 2, 0, 4, 1))
        .containsExactly(1, 4, 1, -1, 3, 0, 3, -1);
    assertThat(first(columns, Set.of("text"))).containsOnly(-1);
    assertThat(first(columns, Set.of("row", "text"), 0, 1)).startsWith(0, 1, -1, -1);
  }

  @Test
  void seriesAreEqualIfTheirTextsAre() {
    double[][] numbers = {
      {1, Double.NaN}, {1, Double.NaN}, {1}, {0.0}, {-0.0}, {}, {}, {}, {1, 2}, {2, 1}
    };
    Column series =
        Column.ofSeries(numbers.length, row -> row == 6 || row == 7 ? null : numbers[row]);
    Column texts = Column.computed(numbers.length, series::get);
    int[] all = IntStream.range(0, numbers.length).toArray();
    assertThat(first(Map.of("x", series), Set.of("x"), all))
        .containsExactly(first(Map.of("x", texts), Set.of("x"), all))
        .containsExactly(0, 0, 2, 3, 4, 5, 6, 6, 8, 9);
  }

  /** They differ in few bits: a sum of these would be the same for most of them. */
  @Test
  void seriesOfSmallWholeNumbersHaveHashesOfTheirOwn() {
    Random random = new Random(1);
    double[][] numbers = new double[5_000][];
    Set<String> different = new HashSet<>();
    Set<Integer> hashes = new HashSet<>();
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = random.ints(12, 0, 4).asDoubleStream().toArray();
    }
    Column series = Column.ofSeries(numbers.length, row -> numbers[row]);
    for (int row = 0; row < numbers.length; row++) {
      different.add(series.textOf(row));
      hashes.add(series.hashOf(row));
    }
    assertThat(hashes).hasSize(different.size());
  }
}
