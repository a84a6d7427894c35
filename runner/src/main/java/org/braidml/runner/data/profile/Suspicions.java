package org.braidml.runner.data.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * Columns that a model should perhaps not see: empty, constant or unique ones, and those that
 * almost tell the target. Looked for in the training rows alone.
 */
public final class Suspicions {

  /**
   * What of the rows outside the most frequent class, or of the variance, is suspicious to tell.
   */
  private static final double CLASSES_TOLD = 0.6;

  private static final double VARIANCE_TOLD = 0.9;

  private final Table table;
  private final List<ColumnProfile> columns;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Suspicions(Table table, List<ColumnProfile> columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * Looks for suspicious columns.
   *
   * @param table the rows
   * @param columns what their inputs hold
   * @param target the column of the target, if there is one
   * @param regression whether the target is a number
   * @param train the training rows
   * @return why, by the names of suspicious columns
   */
  public static Map<String, String> of(
      Table table,
      List<ColumnProfile> columns,
      Optional<String> target,
      boolean regression,
      int[] train) {
    Suspicions suspicions = new Suspicions(table, columns);
    columns.forEach(suspicions::plain);
    target.ifPresent(
        name -> {
          Column column = table.column(name);
          int[] given = IntStream.of(train).filter(row -> !column.textOf(row).isBlank()).toArray();
          if (given.length > 0 && regression) {
            suspicions.numbers(name, column, given);
          } else if (given.length > 0) {
            suspicions.classes(column, given);
          }
        });
    return suspicions.found;
  }

  private void plain(ColumnProfile column) {
    switch (column.kind()) {
      case EMPTY -> found.put(column.name(), "no training row has a value");
      case CONSTANT ->
          found.put(
              column.name(),
              "all training rows have the value \""
                  + column.counts().keySet().iterator().next()
                  + '"');
      case IDENTIFIER ->
          found.put(column.name(), "every row has a value of its own, as a row's number is");
      default -> {}
    }
  }

  private List<ColumnProfile> scalars() {
    return columns.stream()
        .filter(
            column ->
                switch (column.kind()) {
                  case BOOLEAN, NUMBER, CATEGORY, DATE, CHARACTERS -> true;
                  default -> false;
                })
        .toList();
  }

  private void classes(Column target, int[] rows) {
    String[] classes = IntStream.of(rows).mapToObj(target::textOf).toArray(String[]::new);
    for (ColumnProfile column : scalars()) {
      String[] groups = Influence.groups(table.column(column.name()), column, rows);
      Influence.Classes influence = Influence.classes(groups, classes);
      if (influence.gain() >= CLASSES_TOLD) {
        found.put(
            column.name(),
            "by itself it tells the class of %s of the training rows; the most frequent class is %s"
                .formatted(percent(influence.told()), percent(influence.majority())));
      }
    }
  }

  private void numbers(String name, Column target, int[] rows) {
    double[] numbers = Influence.numbers(target, rows);
    if (java.util.Arrays.stream(numbers).anyMatch(Double::isNaN)) {
      return;
    }
    sums(name, numbers, rows);
    for (ColumnProfile column : scalars()) {
      String[] groups = Influence.groups(table.column(column.name()), column, rows);
      double explained = Influence.explained(groups, numbers);
      if (explained >= VARIANCE_TOLD) {
        found.putIfAbsent(
            column.name(),
            "by itself it tells %s of the target's variance".formatted(percent(explained)));
      }
    }
  }

  private void sums(String name, double[] target, int[] rows) {
    List<ColumnProfile> numeric = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (ColumnProfile column : scalars()) {
      double[] numbers = Influence.numbers(table.column(column.name()), rows);
      if (java.util.Arrays.stream(numbers).anyMatch(number -> !Double.isNaN(number))) {
        numeric.add(column);
        values.add(numbers);
      }
    }
    for (int i = 0; i < numeric.size(); i++) {
      for (int j = i + 1; j < numeric.size(); j++) {
        String one = numeric.get(i).name();
        String other = numeric.get(j).name();
        Influence.made(values.get(i), values.get(j), target)
            .ifPresent(
                how -> {
                  String why = "in every row, " + how.formatted(one, other) + " = " + name;
                  found.put(one, why);
                  found.put(other, why);
                });
      }
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
