package org.braidml.runner.data.profile;

import java.util.List;
import java.util.Set;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.EqualRows;
import org.braidml.runner.data.table.Table;

/**
 * Training rows whose inputs all equal those of an earlier training row.
 *
 * @param rows how many such rows there are
 * @param contradictory how many of them have another target than the first such row
 */
public record Repeats(int rows, int contradictory) {

  /** Counts them. */
  static Repeats of(Table table, Set<String> inputs, List<String> targets, int[] train) {
    List<Column> answers = targets.stream().map(table::column).toList();
    int[] first = new EqualRows(table, inputs, train).first(train);
    int rows = 0;
    int contradictory = 0;
    for (int place = 0; place < train.length; place++) {
      if (first[place] < place) {
        int row = train[place];
        int earlier = train[first[place]];
        rows++;
        contradictory += answers.stream().allMatch(answer -> answer.areEqual(row, earlier)) ? 0 : 1;
      }
    }
    return new Repeats(rows, contradictory);
  }
}
