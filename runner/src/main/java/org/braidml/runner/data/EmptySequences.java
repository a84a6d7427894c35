package org.braidml.runner.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.table.Table;

/** Tells of rows that have no step in a field, as a text without a token: they are kept. */
final class EmptySequences {

  private EmptySequences() {}

  /** Returns a sentence for each field in which some examples have no step. */
  static List<String> notes(Table table, List<Examples> sides) {
    List<String> notes = new ArrayList<>();
    for (String field : sides.get(0).sequences()) {
      int[] rows =
          sides.stream()
              .flatMapToInt(side -> empty(side, field))
              .boxed()
              .sorted(Comparator.naturalOrder())
              .mapToInt(row -> row)
              .toArray();
      if (rows.length > 0) {
        notes.add(
            "%d of %d rows %s no step in the field \"%s\", the first at %s: its encoding is 0"
                .formatted(
                    rows.length,
                    sides.stream().mapToInt(Examples::size).sum(),
                    rows.length == 1 ? "has" : "have",
                    field,
                    table.where(rows[0])));
      }
    }
    return notes;
  }

  private static IntStream empty(Examples examples, String field) {
    int[] lengths = examples.lengths(field);
    return IntStream.range(0, lengths.length)
        .filter(example -> lengths[example] == 0)
        .map(examples::row);
  }
}
