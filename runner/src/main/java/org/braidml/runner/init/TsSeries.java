package org.braidml.runner.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** The rows of a file of the UEA and UCR archive, and of the test file beside it. */
final class TsSeries {

  private static final String LABEL = "label";
  private static final String SERIES = "series";

  private final Table table;
  private final int[] main;
  private final List<String> dimensions;

  /** Looks at rows, of which all columns were read but {@code series}. */
  TsSeries(Rows rows) {
    this.table = rows.table();
    this.main =
        IntStream.range(0, table.size())
            .filter(row -> rows.parts().isEmpty() || rows.parts().get(row) == Side.TRAIN)
            .toArray();
    this.dimensions =
        table.names().stream().filter(n -> !n.equals(LABEL) && !n.equals(SERIES)).toList();
  }

  /** Returns what the labels of the file look like; the test file's do not count. */
  ColumnProfile label() {
    return ColumnProfile.of(LABEL, table.column(LABEL), main);
  }

  /** Returns the first label that only the test file holds, if there is one. */
  Optional<String> ofTestAlone() {
    Column label = table.column(LABEL);
    Set<String> known = label().counts().keySet();
    return IntStream.range(0, table.size())
        .filter(row -> label.get(row) != null)
        .mapToObj(label::textOf)
        .filter(text -> !known.contains(text))
        .findFirst();
  }

  /** Returns how many rows of both files have no label. */
  int unlabelled() {
    Column label = table.column(LABEL);
    return (int) IntStream.range(0, table.size()).filter(row -> label.get(row) == null).count();
  }

  /** Returns one field of all dimensions, or one each where a row has not as many steps of each. */
  List<Field> fields() {
    if (even()) {
      return List.of(field(SERIES, SERIES, dimensions));
    }
    List<Field> fields = new ArrayList<>();
    dimensions.forEach(name -> fields.add(field(name, name, List.of(name))));
    return fields;
  }

  private Field field(String name, String channel, List<String> columns) {
    boolean gaps =
        columns.stream()
            .map(table::column)
            .anyMatch(
                column -> IntStream.of(main).anyMatch(r -> column.textOf(r).contains("null")));
    int longest =
        columns.stream()
            .map(table::column)
            .flatMapToInt(column -> IntStream.of(main).map(row -> steps(column, row)))
            .max()
            .orElse(0);
    return new SeriesField(name, Written.list(List.of(channel)), gaps, longest).field();
  }

  private boolean even() {
    Column first = table.column(dimensions.get(0));
    return IntStream.range(0, table.size())
        .allMatch(
            row ->
                dimensions.stream()
                    .allMatch(name -> steps(table.column(name), row) == steps(first, row)));
  }

  /** Returns how many numbers stand in a JSON array. */
  private static int steps(Column column, int row) {
    String array = column.textOf(row);
    return array.length() <= 2 ? 0 : 1 + (int) array.chars().filter(c -> c == ',').count();
  }
}
