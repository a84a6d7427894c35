package org.braidml.runner.init;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.source.Sources;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Sniffer;
import org.braidml.runner.data.table.Table;

/** Makes the text of a first experiment file. */
public final class Initial {

  private static final int FEWEST_ROWS = 20;
  private static final int MOST_CLASSES = 24;

  private final Path file;
  private final String shown;
  private final Problems problems = new Problems();

  /**
   * For a file of rows.
   *
   * @param file the file
   * @param shown how the experiment is to name it
   */
  public Initial(Path file, String shown) {
    this.file = file;
    this.shown = shown;
  }

  /**
   * Returns the text of an experiment file.
   *
   * @param target the column of the target
   * @param time the column of time, if the rows are to be taken in its order
   * @throws org.braidml.api.config.ConfigurationException if no experiment can be made of the rows
   * @throws IOException if the file cannot be read
   */
  public String text(String target, Optional<String> time) throws IOException {
    FileSourceConfig source = Sniffer.of(file, shown);
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new IOException(file + " is in no folder");
    }
    Optional<Table> read =
        Sources.read(
                Sniffer.of(file, file.toString()), folder, Set.of(), (names, from) -> {}, problems)
            .map(rows -> rows.table());
    problems.throwIfAny(file.toString());
    Table table = read.orElseThrow();
    known("--target", target, table);
    time.ifPresent(column -> known("--time", column, table));
    problems.throwIfAny(file.toString());
    Draft.Goal goal = goal(ColumnProfile.of(target, table.column(target)));
    problems.throwIfAny(file.toString());
    Draft draft = Draft.of(source, table, target, goal, time, problems);
    problems.throwIfAny(file.toString());
    if (draft.inputs().isEmpty() && !draft.windows()) {
      refuse(
          "--target",
          target,
          "no other column can be an input",
          "left out: " + String.join(", ", draft.leftOut().keySet()));
    }
    problems.throwIfAny(file.toString());
    return new DraftText(draft).text();
  }

  private void known(String option, String column, Table table) {
    if (!table.names().contains(column)) {
      problems.add(
          Problem.at(option)
              .value('"' + column + '"')
              .what("the file has no such column")
              .found(column, table.names()));
    }
  }

  private void refuse(String option, String value, String what, String remedy) {
    problems.add(Problem.at(option).value('"' + value + '"').what(what).remedy(remedy));
  }

  private Draft.Goal goal(ColumnProfile target) {
    List<String> values = List.copyOf(target.counts().keySet());
    int given = target.rows() - target.missing();
    if (values.size() < 2) {
      refuse(
          "--target",
          target.name(),
          values.isEmpty()
              ? "no row has a value"
              : "all rows have the value \"" + values.get(0) + "\": there is nothing to learn",
          "name another column");
    } else if (given < FEWEST_ROWS) {
      refuse(
          "--target",
          target.name(),
          given + " rows have a value, too few to train, validate and test",
          "give at least " + FEWEST_ROWS);
    }
    boolean numbers =
        values.stream().allMatch(value -> !Double.isNaN(NumberColumn.parse(value.strip())));
    if (values.size() == 2) {
      return Draft.Goal.BINARY;
    }
    boolean repeated = given >= 10L * values.size() && values.size() <= MOST_CLASSES;
    boolean whole = values.stream().allMatch(value -> value.strip().matches("[+-]?\\d+"));
    if (numbers && !(whole && repeated)) {
      return Draft.Goal.REGRESSION;
    }
    if (2 * values.size() > given) {
      refuse(
          "--target",
          target.name(),
          "%d rows have %d different values, which are no numbers: too many for classes"
              .formatted(given, values.size()),
          "name a column of numbers, or of labels that many rows share");
    }
    return Draft.Goal.MULTICLASS;
  }
}
