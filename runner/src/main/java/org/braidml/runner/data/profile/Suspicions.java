package org.braidml.runner.data.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final boolean several;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Suspicions(Table table, List<ColumnProfile> columns, boolean several) {
    this.table = table;
    this.columns = columns;
    this.several = several;
  }

  /**
   * Looks for suspicious columns.
   *
   * @param table the rows
   * @param columns what their inputs hold
   * @param targets the targets that they may tell
   * @param train the training rows
   * @return why, by the names of suspicious columns
   */
  public static Map<String, String> of(
      Table table, List<ColumnProfile> columns, List<TargetColumn> targets, int[] train) {
    Suspicions suspicions = new Suspicions(table, columns, targets.size() > 1);
    columns.forEach(suspicions::plain);
    targets.forEach(target -> suspicions.telling(target, train));
    return suspicions.found;
  }

  private void telling(TargetColumn target, int[] train) {
    Column column = table.column(target.name());
    int[] given = IntStream.of(train).filter(row -> !column.textOf(row).isBlank()).toArray();
    if (given.length > 0) {
      Map<String, String> told =
          target.number()
              ? numbers(target.name(), column, given)
              : classes(target.name(), column, given);
      told.forEach((name, why) -> found.merge(name, why, (one, other) -> one + "; " + other));
    }
  }

  /** Names a target, if there are others. */
  private String named(String target, String single, String oneOfSeveral) {
    return several ? oneOfSeveral.formatted(target) : single;
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

  private Map<String, String> classes(String name, Column target, int[] rows) {
    Map<String, String> told = new LinkedHashMap<>();
    String[] classes = IntStream.of(rows).mapToObj(target::textOf).toArray(String[]::new);
    for (ColumnProfile column : scalars()) {
      String[] groups = Influence.groups(table.column(column.name()), column, rows);
      Influence.Classes influence = Influence.classes(groups, classes);
      if (influence.gain() >= CLASSES_TOLD) {
        told.put(
            column.name(),
            "by itself it tells %s of %s of the training rows; the most frequent class is %s"
                .formatted(
                    named(name, "the class", "\"%s\""),
                    percent(influence.told()),
                    percent(influence.majority())));
      }
    }
    return told;
  }

  private Map<String, String> numbers(String name, Column target, int[] rows) {
    double[] numbers = Influence.numbers(target, rows);
    if (java.util.Arrays.stream(numbers).anyMatch(Double::isNaN)) {
      return Map.of();
    }
    Map<String, String> told = sums(name, numbers, rows);
    for (ColumnProfile column : scalars()) {
      String[] groups = Influence.groups(table.column(column.name()), column, rows);
      double explained = Influence.explained(groups, numbers);
      if (explained >= VARIANCE_TOLD) {
        told.putIfAbsent(
            column.name(),
            "by itself it tells %s of %s"
                .formatted(
                    percent(explained),
                    named(name, "the target's variance", "the variance of \"%s\"")));
      }
    }
    return told;
  }

  private Map<String, String> sums(String name, double[] target, int[] rows) {
    Map<String, String> told = new LinkedHashMap<>();
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
                  told.put(one, why);
                  told.put(other, why);
                });
      }
    }
    return told;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
