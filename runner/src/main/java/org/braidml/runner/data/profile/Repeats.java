package org.braidml.runner.data.profile;

import java.util.Optional;
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
  static Repeats of(Table table, Set<String> inputs, Optional<String> target, int[] train) {
    Optional<Column> labels = target.map(table::column);
    int[] first = new EqualRows(table, inputs, train).first(train);
    int rows = 0;
    int contradictory = 0;
    for (int place = 0; place < train.length; place++) {
      if (first[place] < place) {
        int row = train[place];
        int earlier = train[first[place]];
        rows++;
        contradictory += labels.filter(label -> !label.areEqual(row, earlier)).isPresent() ? 1 : 0;
      }
    }
    return new Repeats(rows, contradictory);
  }
}
