package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.TargetSpec;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedTarget;
import org.braidml.runner.data.fit.SeriesSteps;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.profile.DataView;

/** A view of data as text of 80 columns. */
final class DataText {

  private static final int WIDTH = 80;
  private static final int NAME = 24;
  private static final int VALUES = 32;
  private static final int MOST_CLASSES = 20;

  private final DataView view;
  private final StringBuilder text = new StringBuilder();

  DataText(DataView view) {
    this.view = view;
  }

  String text() {
    line(view.prepared().split().toString());
    view.prepared().notes().forEach(note -> line("note: " + note));
    repeats();
    columns();
    view.prepared().features().targets().forEach(this::target);
    view.lengths().forEach((field, steps) -> text.append(new LengthText(field, steps).text()));
    suspicions();
    text.append('\n').append(new ExampleText(view).text());
    return text.toString();
  }

  private void line(String line) {
    text.append(Wrapped.text(line, WIDTH, 2));
  }

  private void title(String title) {
    text.append('\n').append(title).append('\n');
  }

  private void repeats() {
    int rows = view.repeats().rows();
    String others =
        view.repeats().contradictory() == 0
            ? ""
            : ", " + view.repeats().contradictory() + " of them with another target";
    line(
        rows == 0
            ? "duplicates: no training row has the inputs of another"
            : "duplicates: %d training row%s the inputs of an earlier one%s"
                .formatted(rows, rows == 1 ? " has" : "s have", others));
    if (view.prepared().shared().warning().isEmpty()) {
      line("no row has the inputs of a row of another side");
    }
  }

  private void columns() {
    title("columns that are read, in the training rows");
    TextTable table =
        new TextTable(-1).row("column", "looks like", "missing", "distinct", "values");
    for (ColumnProfile column : view.columns()) {
      table.row(
          shortened(column.name(), NAME),
          column.kind().shown(),
          share(column.missing(), column.rows()),
          count(column.distinct()),
          shortened(ColumnWords.of(column), VALUES));
    }
    for (Map.Entry<String, SeriesSteps> series : view.series().entrySet()) {
      SeriesSteps steps = series.getValue();
      table.row(
          shortened(series.getKey(), NAME),
          "series",
          share(steps.missing(), steps.numbers() + steps.missing()),
          "",
          steps.numbers() == 0
              ? "no number"
              : ColumnWords.number(steps.least()) + " to " + ColumnWords.number(steps.greatest()));
    }
    text.append(table.render("  "));
    if (!view.unread().isEmpty()) {
      line("not read: " + String.join(", ", view.unread()));
    }
  }

  private void target(String name, FittedTarget target) {
    String column = target.nextToken() ? "the next token" : target.column();
    title(
        target.ofLabels()
            ? "target: labels, share of the rows that have each, by side"
            : "target: " + column + kind(target));
    if (target.classes().isEmpty() || target.nextToken()) {
      if (!target.nextToken()) {
        numbers(name);
      }
      return;
    }
    List<Map<Integer, Integer>> sides =
        List.of(
            counts(view.prepared().train(), name, target),
            counts(view.prepared().validation(), name, target),
            counts(view.prepared().test(), name, target));
    List<Examples> examples =
        List.of(view.prepared().train(), view.prepared().validation(), view.prepared().test());
    String what = target.ofLabels() ? "label" : "class";
    TextTable table = new TextTable(-1).row(what, "train", "", "validation", "", "test", "");
    int shown = Math.min(target.classes().size(), MOST_CLASSES);
    for (int id = 0; id < shown; id++) {
      List<String> cells = new ArrayList<>();
      cells.add(shortened(target.classes().get(id), NAME));
      for (int s = 0; s < sides.size(); s++) {
        Map<Integer, Integer> side = sides.get(s);
        int all =
            target.ofLabels()
                ? examples.get(s).size()
                : side.values().stream().mapToInt(Integer::intValue).sum();
        int count = side.getOrDefault(id, 0);
        cells.add(count(count));
        cells.add(all == 0 ? "" : share(count, all));
      }
      table.row(cells.toArray(String[]::new));
    }
    text.append(table.render("  "));
    if (shown < target.classes().size()) {
      line("  and " + (target.classes().size() - shown) + " more classes");
    }
  }

  private static String kind(FittedTarget target) {
    if (target.kind() == TargetSpec.Kind.COUNT) {
      return ", a count";
    }
    return target.classes().isEmpty() ? "" : ", classes by side";
  }

  private void numbers(String name) {
    TextTable table = new TextTable(-1).row("side", "least", "median", "mean", "greatest");
    numbers(table, "train", view.prepared().train(), name);
    numbers(table, "validation", view.prepared().validation(), name);
    numbers(table, "test", view.prepared().test(), name);
    text.append(table.render("  "));
  }

  private static void numbers(TextTable table, String side, Examples examples, String name) {
    float[] values = examples.target(name);
    java.util.Arrays.sort(values);
    if (values.length == 0) {
      return;
    }
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    table.row(
        side,
        ColumnWords.number(values[0]),
        ColumnWords.number(values[values.length / 2]),
        ColumnWords.number(sum / values.length),
        ColumnWords.number(values[values.length - 1]));
  }

  private static Map<Integer, Integer> counts(Examples examples, String name, FittedTarget target) {
    Map<Integer, Integer> counts = new TreeMap<>();
    float[] values = examples.target(name);
    for (int i = 0; i < values.length; i++) {
      if (!target.ofLabels()) {
        counts.merge(Math.round(values[i]), 1, Integer::sum);
      } else if (values[i] > 0) {
        counts.merge(i % target.classes().size(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private void suspicions() {
    if (view.suspicions().isEmpty()) {
      title("no column is constant, unique, or almost tells the target");
      return;
    }
    title("suspicious columns");
    view.suspicions().forEach((column, why) -> line("  " + column + ": " + why));
  }

  static String shortened(String value, int most) {
    String one = value.replaceAll("\\s+", " ");
    return one.length() <= most ? one : one.substring(0, most - 3) + "...";
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String share(long part, long all) {
    return part == 0 ? "0" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
