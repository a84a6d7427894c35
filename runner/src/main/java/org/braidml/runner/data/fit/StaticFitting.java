package org.braidml.runner.data.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.StaticFieldConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Fits static features. */
final class StaticFitting {

  private final Table table;
  private final int[] train;
  private final Problems problems;

  StaticFitting(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train;
    this.problems = problems;
  }

  FittedStatics fit(String key, StaticFieldConfig config) {
    return new FittedStatics(
        config.numeric().stream().map(column -> number(key, column, config)).toList(),
        config.category().stream().map(this::category).toList());
  }

  private FittedStatics.Numeric number(String key, String column, StaticFieldConfig config) {
    double[] all = NumberColumn.of(table, column, key + ".numeric", problems);
    double[] known = IntStream.of(train).mapToDouble(row -> all[row]).toArray();
    boolean lacking = Arrays.stream(known).anyMatch(Double::isNaN);
    Scale scale = Scale.of(known, config.scaling(), config.missing());
    return new FittedStatics.Numeric(column, scale, lacking && config.indicators());
  }

  private FittedStatics.Category category(String column) {
    Column values = table.column(column);
    List<String> known =
        IntStream.of(train)
            .mapToObj(values::get)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    boolean lacking = IntStream.of(train).anyMatch(row -> values.get(row) == null);
    return new FittedStatics.Category(column, lacking, known);
  }
}
