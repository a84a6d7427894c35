package org.braidml.runner.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.DialectConfig;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.profile.ColumnKind;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.Table;

/** An experiment on the rows of a file. */
final class RowDraft {

  private static final int WINDOW = 24;

  private final Table table;
  private final ColumnProfile target;
  private final Goal goal;
  private final List<ColumnProfile> columns = new ArrayList<>();
  private final boolean asked;
  private final Optional<TimeOrder> order;

  /** The column in whose order rows are split. */
  private final Optional<String> time;

  /**
   * Looks at rows.
   *
   * @param table the rows
   * @param target what the column of the target holds
   * @param goal what kind of target it is
   * @param asked the column of time that was asked for
   */
  RowDraft(Table table, ColumnProfile target, Goal goal, Optional<String> asked) {
    this.table = table;
    this.target = target;
    this.goal = goal;
    for (String name : table.names()) {
      if (!name.equals(target.name())) {
        columns.add(ColumnProfile.of(name, table.column(name)));
      }
    }
    this.asked = asked.isPresent();
    this.order =
        asked.or(this::ordered).map(name -> TimeOrder.of(table, target.name(), goal, name));
    this.time = order.filter(TimeOrder::splits).map(TimeOrder::column);
  }

  /** Returns the first column of dates that never goes back from row to row. */
  private Optional<String> ordered() {
    return columns.stream()
        .filter(column -> column.kind() == ColumnKind.DATE && column.missing() == 0)
        .map(ColumnProfile::name)
        .filter(name -> ascending(table.column(name)))
        .findFirst();
  }

  private static boolean ascending(Column column) {
    double before = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < column.size(); row++) {
      double moment = MomentColumn.parse(column.textOf(row), false);
      if (moment < before) {
        return false;
      }
      before = moment;
    }
    return true;
  }

  /**
   * Returns the experiment.
   *
   * @param source how the file is read
   * @param problems takes what is wrong
   */
  Draft draft(FileSourceConfig source, Problems problems) {
    if (asked && time.isEmpty()) {
      order.map(TimeOrder::refusal).ifPresent(problems::add);
    }
    Chosen chosen = Chosen.of(table, columns, target.name(), goal, time, problems);
    boolean windows = time.isPresent() && goal == Goal.REGRESSION && target.missing() == 0;
    if (chosen.inputs().isEmpty() && !windows) {
      chosen.refuse(target.name(), problems);
    }
    return new Draft(
        source(source),
        sides(windows),
        RowFields.of(chosen.inputs(), windows ? target.name() : "", new FieldNames()),
        target,
        goal,
        chosen.leftOut(),
        Pace.usual());
  }

  private List<String> source(FileSourceConfig source) {
    DialectConfig dialect = source.dialect();
    List<String> lines = new ArrayList<>();
    lines.add("path = " + Written.quoted(source.path()));
    lines.add("format = " + dialect.format().name().toLowerCase(Locale.ROOT));
    dialect.delimiter().ifPresent(d -> lines.add("delimiter = " + Written.quoted(d)));
    if (!dialect.header()) {
      lines.add("# The first line is a row like the others: columns are column1, column2, ...");
      lines.add("header = false");
    }
    if (!dialect.encoding().equals("UTF-8")) {
      lines.add("encoding = " + dialect.encoding());
    }
    lines.addAll(Draft.given(target));
    return lines;
  }

  private List<String> sides(boolean windows) {
    List<String> lines = new ArrayList<>();
    if (time.isPresent()) {
      lines.add(
          "  # The rows stand in the order of time: the latest test, those before them validate.");
      lines.add(
          "  split { time = %s, validation = %s, test = %s, stratify = false }"
              .formatted(Written.quoted(time.get()), Draft.VALIDATION, Draft.TEST));
    } else {
      order.ifPresent(refused -> lines.addAll(Written.commented("  ", refused.comment())));
      lines.add(Draft.drawn(goal));
    }
    if (windows) {
      lines.add("  # Each row also sees the target of the rows before it, as a series.");
      lines.add("  windows {");
      lines.add("    series = " + Written.list(List.of(target.name())));
      lines.addAll(List.of("    length = " + WINDOW, "    horizon = 1", "    history = earlier"));
      lines.add("  }");
    }
    return lines;
  }
}
