package org.braidml.runner.data.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.Test;

final class SeriesReaderTest {

  private static final Column SERIES =
      Column.ofSeries(
          4,
          row ->
              switch (row) {
                case 0 -> new double[] {1, Double.NaN, -0.0, 1e-7};
                case 1 -> null;
                case 2 -> new double[] {2, 6e38};
                default -> new double[0];
              });

  private static SeriesReader reader(Column column, List<Scale> scales) {
    List<String> channels = scales.size() == 1 ? List.of("a") : List.of("a", "a");
    FittedSeries field =
        new FittedSeries(List.of(), channels, ";", false, false, 3, Truncate.LEFT, 0, scales);
    return SeriesReader.of(
        field, "data.fields.x", Table.of(List.of("a"), Map.of("a", column), row -> "row " + row));
  }

  private static String told(SeriesReader reader) {
    Problems problems = new Problems();
    reader.tell(problems);
    return String.join("\n", problems.all().stream().map(Problem::what).toList());
  }

  @Test
  void numbersOfASeriesAreThoseOfItsText() {
    Column text = Column.computed(SERIES.size(), SERIES::get);
    for (Column column : List.of(SERIES, text, SERIES.only(new int[] {0, 1, 2, 3}))) {
      SeriesReader reader = reader(column, List.of(Scale.identity()));
      assertThat(reader.row(0)).containsExactly(Double.NaN, -0.0, 1e-7);
      assertThat(reader.row(1)).isEmpty();
      assertThat(reader.row(3)).isEmpty();
      assertThat(told(reader)).isEmpty();
      assertThat(reader.row(2)).isEmpty();
      assertThat(told(reader)).contains("\"6.0E38\", which is too large for a 32-bit number");
      assertThat(SeriesSteps.of(column, ";", new int[] {0, 1, 2, 3}))
          .isEqualTo(new SeriesSteps(3, 3, 1, -0.0, 1));
    }
  }

  @Test
  void aStepOfAChannelThatHasSeveralNumbersIsRefused() {
    SeriesReader reader =
        reader(Column.of("[[1,2],[3,4]]"), List.of(Scale.identity(), Scale.identity()));
    assertThat(reader.row(0)).isEmpty();
    assertThat(told(reader)).isEqualTo("a step has not 2 numbers");
  }
}
