package org.braidml.runner.data.fit;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;
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
    DoubleStream all = values.field().isEmpty() ? ofRows() : ofSteps();
    double[] known = all.filter(x -> !Double.isNaN(x)).toArray();
    if (known.length > 0 && DoubleStream.of(known).allMatch(x -> x == known[0])) {
      problems.add(values.constant(NumberColumn.text(known[0]), train));
    }
    if (scaling == Scaling.LOG1P) {
      Logarithms.tell(
          values.key(),
          values.column(),
          table,
          IntStream.range(0, table.size()).toArray(),
          row ->
              values
                  .of(row)
                  .mapToDouble(NumberColumn::parse)
                  .filter(x -> x <= -1)
                  .findFirst()
                  .orElse(Double.NaN),
          problems);
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
              .where(table.where(wrong[0]))
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
    int[] wrong =
        IntStream.range(0, table.size())
            .filter(row -> values.of(row).anyMatch(NumberFitting::isNone))
            .toArray();
    if (wrong.length > 0) {
      String text = values.of(wrong[0]).filter(NumberFitting::isNone).findFirst().orElse("");
      problems.add(
          NumberColumn.wrong(
              table, values.column(), values.key() + ".column", wrong[0], text, wrong.length - 1));
    }
    return values.of(train).mapToDouble(NumberColumn::parse);
  }

  private static boolean isNone(String text) {
    return Double.isNaN(NumberColumn.parse(text));
  }
}
