package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.runner.report.Chart;
import org.braidml.runner.report.ChartData;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Row;

/** Heat maps of a study's first two axes, one for each combination of the others' values. */
final class StudyHeatMaps {

  /** A row of a map, and what stands around them all, in CSS pixels. */
  private static final int ROW = 46;

  private static final int AROUND = 70;
  private static final int MOST_MAPS = 6;

  private final StudyReport report;
  private final StudyPlan plan;

  StudyHeatMaps(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    if (plan.axes().size() < 2) {
      return charts;
    }
    String down = plan.axes().get(0);
    String right = plan.axes().get(1);
    Map<Map<String, String>, List<Row>> maps = new LinkedHashMap<>();
    for (Row row : report.rows()) {
      Map<String, String> rest = new LinkedHashMap<>(row.variant().labels());
      if (rest.remove(down) != null && rest.remove(right) != null) {
        maps.computeIfAbsent(rest, key -> new ArrayList<>()).add(row);
      }
    }
    maps.forEach((rest, rows) -> charts.add(heatMap("map-" + charts.size(), rest, rows)));
    return charts.size() > MOST_MAPS ? charts.subList(0, MOST_MAPS) : charts;
  }

  private Chart heatMap(String id, Map<String, String> rest, List<Row> rows) {
    String down = plan.axes().get(0);
    String right = plan.axes().get(1);
    List<String> across = values(right, rows);
    List<List<Double>> values = new ArrayList<>();
    Table.Builder table = Table.of("Means by " + down + " and " + right).text(down);
    across.forEach(table::numbers);
    for (String of : values(down, rows)) {
      List<Double> line = new ArrayList<>();
      List<String> cells = new ArrayList<>(List.of(of));
      for (String by : across) {
        double mean =
            rows.stream()
                .filter(row -> of.equals(row.variant().labels().get(down)))
                .filter(row -> by.equals(row.variant().labels().get(right)))
                .mapToDouble(row -> row.validation().mean())
                .findFirst()
                .orElse(Double.NaN);
        line.add(mean);
        cells.add(Numbers.exact(mean));
      }
      values.add(line);
      table.row(cells.toArray(new String[0]));
    }
    String with = rest.isEmpty() ? "" : ", with " + String.join(", ", rest.values());
    return new Chart(
        id,
        "%s by %s and %s%s".formatted(plan.metric(), down, right, with),
        "Means over %s on the validation rows; the deepest in colour is the best."
            .formatted(plan.unit()),
        "Heat map of the mean %s on the validation rows by %s (down) and %s (across)%s."
            .formatted(plan.metric(), down, right, with),
        new Chart.Box(AROUND + ROW * values.size(), 0, false),
        new ChartData.Grid(right, down, across, values(down, rows), values, plan.higherIsBetter()),
        table.build());
  }

  /** The values of an axis that occur, in the order of the plan. */
  private List<String> values(String axis, Collection<Row> rows) {
    Set<String> values = new LinkedHashSet<>();
    plan.variants().stream()
        .filter(variant -> rows.stream().anyMatch(row -> row.variant().equals(variant)))
        .forEach(variant -> values.add(variant.labels().getOrDefault(axis, "")));
    return List.copyOf(values);
  }
}
