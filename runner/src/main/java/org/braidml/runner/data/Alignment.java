package org.braidml.runner.data;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * Fields that are read side by side have as many steps in every row.
 *
 * @param fields several each, by the key that names them
 */
public record Alignment(Map<String, List<String>> fields) {

  /** Returns whether all rows of some examples are so. */
  public boolean holds(Examples examples) {
    return fields.values().stream()
        .map(group -> known(examples, group))
        .allMatch(
            group -> group.stream().allMatch(field -> wrong(examples, group, field).length == 0));
  }

  /** What is no sequence of the data is refused with the model. */
  private static List<String> known(Examples examples, List<String> group) {
    return group.stream().filter(examples.sequences()::contains).toList();
  }

  private static String steps(int count) {
    return count + (count == 1 ? " step" : " steps");
  }

  private static int[] wrong(Examples examples, List<String> group, String field) {
    int[] first = examples.lengths(group.get(0));
    int[] own = examples.lengths(field);
    return IntStream.range(0, own.length).filter(i -> own[i] != first[i]).toArray();
  }

  /** Tells the first row of each field that is not so. */
  void check(Examples examples, Table table, Problems problems) {
    fields.forEach(
        (key, read) -> {
          List<String> group = known(examples, read);
          for (String field : group) {
            int[] wrong = wrong(examples, group, field);
            if (wrong.length > 0) {
              int example = wrong[0];
              problems.add(
                  Problem.at(key)
                      .what(
                          "\"%s\" has %s where \"%s\" has %d%s"
                              .formatted(
                                  field,
                                  steps(examples.lengths(field)[example]),
                                  group.get(0),
                                  examples.lengths(group.get(0))[example],
                                  NumberColumn.more(wrong.length - 1)))
                      .where(table.where(examples.row(example)))
                      .remedy(
                          "fields that are read side by side have as many steps in every row; see"
                              + " max-length, truncate and tokenizer"));
            }
          }
        });
  }
}
