package org.braidml.runner.data.fit;

import java.util.Comparator;
import java.util.List;
import org.braidml.runner.data.table.NumberColumn;

/** The order of labels. */
final class Labels {

  private Labels() {}

  /** Returns labels in the order of numbers if all are numbers, of characters otherwise. */
  static List<String> sorted(List<String> labels) {
    boolean numbers = labels.stream().noneMatch(l -> Double.isNaN(NumberColumn.parse(l.strip())));
    Comparator<String> order = Comparator.naturalOrder();
    return labels.stream()
        .sorted(
            numbers
                ? Comparator.<String>comparingDouble(l -> NumberColumn.parse(l.strip()))
                    .thenComparing(order)
                : order)
        .toList();
  }
}
