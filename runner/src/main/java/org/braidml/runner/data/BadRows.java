package org.braidml.runner.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.OnBadRow;
import org.braidml.runner.data.source.Rows;

/**
 * Leaves out rows whose values cannot be used, where the source asks for that. What is wrong with
 * rows together, such as a class that training lacks, is no fault of one row and is refused.
 */
final class BadRows {

  private static final String KEY = "data.source.on-bad-row";

  private BadRows() {}

  /**
   * Returns the rows without the bad ones if the source asks for that, and all of them if not.
   *
   * @param problems is told where no row would be left, or where rows may not be left out
   */
  static Kept leftOut(DataConfig config, Rows rows, Problems problems) {
    if (config.source().onBadRow() == OnBadRow.FAIL) {
      return new Kept(rows, List.of());
    }
    if (config.windows().isPresent()) {
      problems.add(
          Problem.at(KEY)
              .value("skip")
              .what("data.windows would close over the rows that are left out")
              .remedy("use on-bad-row = fail, and mend the rows"));
    }
    RowChecks checks = new RowChecks(config, rows.table());
    List<RefusedRow> refused = new ArrayList<>(rows.refused());
    int[] good =
        IntStream.range(0, rows.table().size())
            .filter(row -> checks.first(row).map(refused::add).isEmpty())
            .toArray();
    if (good.length == 0) {
      RefusedRow first = refused.get(rows.refused().size());
      problems.add(
          Problem.at(KEY)
              .value("skip")
              .what("no row would be left: " + first.said())
              .where(first.where()));
    }
    return new Kept(good.length == rows.table().size() ? rows : rows.only(good), refused);
  }

  /**
   * What is left.
   *
   * @param rows the good rows
   * @param refused the others: what no reader could read first, then in the order of rows
   */
  record Kept(Rows rows, List<RefusedRow> refused) {

    /** Returns what the user is to know of it. */
    Optional<String> note() {
      int count = refused.size();
      if (count == 0) {
        return Optional.empty();
      }
      RefusedRow first = refused.get(0);
      return Optional.of(
          "%d bad %s left out, %d kept; the first at %s: %s; refused.csv of a run has each"
              .formatted(
                  count,
                  count == 1 ? "row is" : "rows are",
                  rows.table().size(),
                  first.where(),
                  first.said()));
    }
  }
}
