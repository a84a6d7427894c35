package org.braidml.runner.init;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.Aggregate;
import org.braidml.runner.data.config.LongSourceConfig;
import org.braidml.runner.data.config.OnBadRow;
import org.braidml.runner.data.config.Times;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.source.Sources;
import org.braidml.runner.data.table.LongColumns;
import org.braidml.runner.data.table.Measurements;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** An experiment on measurements in long form: a row a subject, whose target is one of them. */
final class LongDraft {

  /** About how many steps a series has. */
  private static final int STEPS = 50;

  private final Measurements found;
  private final Problems problems;
  private final double bin;
  private final int steps;

  /**
   * For measurements.
   *
   * @param found what they hold
   * @param problems takes what is wrong
   */
  LongDraft(Measurements found, Problems problems) {
    this.found = found;
    this.problems = problems;
    this.bin = bin(found.last());
    this.steps = 1 + (int) Math.floor(found.last() / bin);
  }

  /** Returns 1, 2 or 5 times a power of ten, so that no more than some steps are needed. */
  private static double bin(double last) {
    double least = last > 0 ? last / STEPS : 1;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double times : new double[] {1, 2, 5}) {
      if (times * power >= least) {
        return times * power;
      }
    }
    return 10 * power;
  }

  /**
   * Returns the experiment; empty if there were problems.
   *
   * @param path where the measurements are
   * @param shown how the experiment is to name it
   * @param target the variable to predict
   * @throws IOException if they cannot be read
   */
  Optional<Draft> draft(Path path, String shown, String target) throws IOException {
    check(target);
    Optional<Table> read =
        problems.isEmpty()
            ? Sources.read(
                    source(path.toString()), Path.of(""), Set.of(), (names, from) -> {}, problems)
                .map(rows -> rows.table())
            : Optional.empty();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    ColumnProfile column = ColumnProfile.of(target, read.get().column(target));
    TargetCheck check = new TargetCheck(column, problems);
    check.teaches(TargetCheck.FEWEST_ROWS, "train, validate and test", "name another variable");
    Goal goal = check.goal();
    return problems.isEmpty()
        ? Optional.of(draft(read.get(), shown, column, goal))
        : Optional.empty();
  }

  private void check(String target) {
    if (found.series().isEmpty()) {
      problems.add(
          Problem.at("data.source.series")
              .what("no variable has several numbers of one subject, so that there is no series")
              .remedy("a subject has one of each: " + String.join(", ", found.single())));
    }
    if (!found.single().contains(target)) {
      boolean repeated = found.series().contains(target) || found.texts().contains(target);
      problems.add(
          Problem.at("--target")
              .value('"' + target + '"')
              .what(repeated ? "a subject has several values of it" : "no variable has this name")
              .found(target, found.single())
              .remedy(
                  "name a variable of one value a subject; a target in a file of its own is joined"
                      + " by data.source.sql and tables, in an experiment file written by hand"));
    }
  }

  private LongSourceConfig source(String path) {
    return new LongSourceConfig(
        path,
        Optional.empty(),
        Optional.empty(),
        found.names(),
        found.delimiter(),
        "UTF-8",
        found.columns().id(),
        found.columns().time(),
        found.columns().variable(),
        found.columns().value(),
        found.series(),
        found.single(),
        Times.BINS,
        Optional.of(bin),
        Optional.of(steps),
        Optional.empty(),
        Aggregate.MEAN,
        List.of(""),
        Optional.empty(),
        Map.of(),
        OnBadRow.FAIL);
  }

  private Draft draft(Table table, String shown, ColumnProfile target, Goal goal) {
    List<ColumnProfile> statics =
        found.single().stream()
            .filter(name -> !name.equals(target.name()))
            .map(name -> ColumnProfile.of(name, table.column(name)))
            .toList();
    Chosen chosen = Chosen.of(table, statics, target.name(), goal, Optional.empty(), problems);
    Map<String, String> leftOut = new LinkedHashMap<>(chosen.leftOut());
    found.texts().forEach(name -> leftOut.put(name, "several values a subject, some no numbers"));
    FieldNames names = new FieldNames();
    List<Field> fields = new ArrayList<>();
    fields.add(
        new SeriesField(names.of("series", "series"), "${data.source.series}", true, steps)
            .field());
    fields.addAll(RowFields.of(chosen.inputs(), "", names));
    return new Draft(
        lines(shown, target),
        List.of(Draft.drawn(goal)),
        fields,
        target,
        goal,
        leftOut,
        Pace.of(table.size()));
  }

  private List<String> lines(String shown, ColumnProfile target) {
    List<String> lines = new ArrayList<>();
    lines.add("type = long");
    lines.add("path = " + Written.quoted(shown));
    if (!found.names().equals("*")) {
      lines.add("names = " + Written.quoted(found.names()));
    }
    if (!found.delimiter().equals(",")) {
      lines.add("delimiter = " + Written.quoted(found.delimiter()));
    }
    LongColumns columns = found.columns();
    columns.id().ifPresent(name -> lines.add("id = " + Written.quoted(name)));
    lines.add("time = " + Written.quoted(columns.time()));
    lines.add("variable = " + Written.quoted(columns.variable()));
    lines.add("value = " + Written.quoted(columns.value()));
    lines.add("# What a subject has one value of at most.");
    lines.add("statics = " + Written.list(found.single()));
    lines.add("# What is measured again and again: the mean of each bin of time is a step.");
    lines.add("series = " + Written.list(found.series()));
    lines.add("bin = " + NumberColumn.text(bin));
    lines.add("steps = " + steps);
    lines.addAll(Draft.given(target));
    return lines;
  }
}
