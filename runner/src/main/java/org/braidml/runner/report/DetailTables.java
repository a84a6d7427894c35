package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunDetails;

/** Tables of single rows and of what the rows hold. */
final class DetailTables {

  private DetailTables() {}

  /** Returns the rows that a head was most wrong on; empty if it was wrong on none. */
  static Table worst(HeadReport head, List<RunDetails.WorstRow> rows) {
    boolean number = head.target().kind().isNumber();
    List<String> fields =
        rows.stream().flatMap(row -> row.inputs().keySet().stream()).distinct().toList();
    Table.Builder table =
        Table.of("Worst errors on the test rows, as the model read them")
            .text("Row")
            .text("Actual", "Predicted")
            .numbers(number ? "Error" : "Probability of the actual class");
    fields.forEach(table::text);
    for (RunDetails.WorstRow row : rows) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(row.row())));
      cells.add(row.actual());
      cells.add(row.predicted());
      cells.add(Numbers.brief(number ? row.error() : 1 - row.error()));
      fields.forEach(field -> cells.add(row.inputs().getOrDefault(field, "")));
      table.row(cells.toArray(new String[0]));
    }
    return table.build();
  }

  /** Returns how long sequences are, and how often classes occur. */
  static List<Table> data(RunDetails details) {
    List<Table> tables = new ArrayList<>();
    if (!details.lengths().isEmpty()) {
      Table.Builder table =
          Table.of("Steps of each sequence")
              .text("Field", "Side")
              .numbers("Shortest", "Median", "Longest");
      details
          .lengths()
          .forEach(
              of ->
                  table.row(
                      of.field(),
                      of.side(),
                      Numbers.count(of.shortest()),
                      Numbers.count(of.median()),
                      Numbers.count(of.longest())));
      tables.add(table.build());
    }
    Map<String, List<RunDetails.ClassRows>> targets = new LinkedHashMap<>();
    details
        .classes()
        .forEach(of -> targets.computeIfAbsent(of.target(), key -> new ArrayList<>()).add(of));
    targets.forEach((target, classes) -> tables.add(classes(target, classes)));
    return tables;
  }

  private static Table classes(String target, List<RunDetails.ClassRows> classes) {
    Table.Builder table = Table.of("Rows of each class of " + target).text("Class");
    classes.get(0).rows().keySet().forEach(table::numbers);
    for (RunDetails.ClassRows of : classes) {
      List<String> cells = new ArrayList<>(List.of(of.label().isBlank() ? "(empty)" : of.label()));
      of.rows().values().forEach(rows -> cells.add(Numbers.count(rows)));
      table.row(cells.toArray(new String[0]));
    }
    return table.build();
  }
}
