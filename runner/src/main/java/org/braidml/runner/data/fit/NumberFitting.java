package org.braidml.runner.data.fit;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;
import org.braidml.runner.data.store.NumberSorter;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Fits targets of numbers: their scale in the training rows. All rows are checked. */
final class NumberFitting {

  private final TargetValues values;
  private final Table table;
  private final int[] train;
  private final Problems problems;

  NumberFitting(TargetValues values, int[] train, Problems problems) {
    this.values = values;
    this.table = values.table();
    this.train = train;
    this.problems = problems;
  }

  /** Fits numbers that are learnt scaled. */
  FittedTarget scaled(Scaling scaling) {
    NumberSorter sorter = new NumberSorter(1);
    (values.field().isEmpty() ? ofRows() : ofSteps())
        .filter(x -> !Double.isNaN(x))
        .forEachOrdered(x -> sorter.add(0, x));
    SortedNumbers known = SortedNumbers.of(sorter.sorted(0));
    if (known.isConstant()) {
      problems.add(values.constant(NumberColumn.text(known.quantile(0)), train));
    }
    if (scaling == Scaling.LOG1P) {
      WrongRows wrong = new WrongRows();
      for (int row = 0; row < table.size(); row++) {
        int at = row;
        values
            .of(row)
            .mapToDouble(NumberColumn::parse)
            .filter(x -> x <= -1)
            .limit(1)
            .forEach(x -> wrong.add(at, NumberColumn.text(x)));
      }
      Logarithms.tell(values.key(), values.column(), table, wrong, problems);
    }
    Scale scale = Scale.of(known, scaling, MissingNumber.MEAN, 0);
    return values.fitted(TargetSpec.Kind.REGRESSION, List.of(), scale);
  }

  /** Fits whole numbers from 0 on, which are learnt as they are. */
  FittedTarget counts() {
    double[] all = column();
    int[] wrong =
        IntStream.range(0, all.length)
            .filter(r -> !Double.isNaN(all[r]) && (all[r] < 0 || all[r] % 1 != 0))
            .toArray();
    if (wrong.length > 0) {
      problems.add(
          values
              .wrong(
                  "is \"%s\", which is no count%s"
                      .formatted(
                          table.column(values.column()).textOf(wrong[0]),
                          NumberColumn.more(wrong.length - 1)))
              .where(table.where(wrong[0], values.column()))
              .remedy("counts are whole numbers, 0 or more: for others use kind = regression"));
    }
    return values.fitted(TargetSpec.Kind.COUNT, List.of(), Scale.identity());
  }

  private double[] column() {
    return NumberColumn.of(table, values.column(), values.key() + ".column", problems);
  }

  private DoubleStream ofRows() {
    double[] all = column();
    return IntStream.of(train).mapToDouble(row -> all[row]);
  }

  private DoubleStream ofSteps() {
    WrongRows wrong = new WrongRows();
    for (int row = 0; row < table.size(); row++) {
      int at = row;
      values.of(row).filter(NumberFitting::isNone).limit(1).forEach(text -> wrong.add(at, text));
    }
    if (wrong.any()) {
      problems.add(
          NumberColumn.wrong(
              table,
              values.column(),
              values.key() + ".column",
              wrong.first(),
              wrong.text(),
              wrong.others()));
    }
    return values.of(train).mapToDouble(NumberColumn::parse);
  }

  private static boolean isNone(String text) {
    return Double.isNaN(NumberColumn.parse(text));
  }
}
