package org.braidml.runner.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.source.Sources;
import org.braidml.runner.data.table.LongSniffer;
import org.braidml.runner.data.table.Measurements;
import org.braidml.runner.data.table.Sniffer;
import org.braidml.runner.data.table.Table;

/** Makes the text of a first experiment file. */
public final class Initial {

  private final Path source;
  private final String shown;
  private final Problems problems = new Problems();

  /**
   * For a source.
   *
   * @param source a file of rows, of series ({@code .ts}) or of measurements in long form, or a
   *     folder or archive of such measurements; an absolute path
   * @param shown how the experiment is to name it
   */
  public Initial(Path source, String shown) {
    this.source = source;
    this.shown = shown;
  }

  /**
   * Returns the text of an experiment file.
   *
   * @param target the column of the target, or the variable in long form; a {@code .ts} file has
   *     but one
   * @param time the column of time, if rows are to be taken in its order
   * @throws org.braidml.api.config.ConfigurationException if no experiment can be made of the rows
   * @throws IOException if the source cannot be read
   */
  public String text(Optional<String> target, Optional<String> time) throws IOException {
    Optional<Draft> draft = draft(target, time);
    problems.throwIfAny(source.toString());
    return new DraftText(draft.orElseThrow()).text();
  }

  private Optional<Draft> draft(Optional<String> target, Optional<String> time) throws IOException {
    if (TsDraft.reads(source)) {
      return new TsDraft(source, shown, problems).draft(target, time);
    }
    if (Files.isDirectory(source) || LongSniffer.isArchive(source)) {
      return measured(target, time);
    }
    List<String> header = LongSniffer.header(source);
    boolean rows = header.isEmpty() || target.filter(header::contains).isPresent();
    return rows ? rows(target, time) : measured(target, time);
  }

  private Optional<Draft> measured(Optional<String> target, Optional<String> time)
      throws IOException {
    Optional<Measurements> found = measurements();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (target.isEmpty()) {
      missing(found.get().single());
    }
    time.ifPresent(
        column ->
            problems.add(
                Problem.at("--time")
                    .value('"' + column + '"')
                    .what("subjects stand in no order of time")
                    .remedy("leave the option out: the moments of measurements are found")));
    return problems.isEmpty()
        ? new LongDraft(found.get(), problems).draft(source, shown, target.orElseThrow())
        : Optional.empty();
  }

  private Optional<Measurements> measurements() {
    Problem.Builder problem = Problem.at("SOURCE").value('"' + shown + '"');
    try {
      Optional<Measurements> found = LongSniffer.of(source);
      if (found.isEmpty()) {
        problems.add(
            problem
                .what("no file in it has the columns time, variable (or parameter) and value")
                .remedy(
                    "init reads files of rows, .ts files, and measurements in long form; for other"
                        + " sources write the experiment by hand"));
      }
      return found;
    } catch (IOException e) {
      problems.add(problem.what("it cannot be read: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Draft> rows(Optional<String> asked, Optional<String> time) throws IOException {
    Optional<Table> read =
        Sources.read(
                Sniffer.of(source, source.toString()),
                Path.of(""),
                Set.of(),
                (names, from) -> {},
                problems)
            .map(rows -> rows.table());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Table table = read.get();
    asked.ifPresentOrElse(name -> known("--target", name, table), () -> missing(table.names()));
    time.ifPresent(column -> known("--time", column, table));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    String name = asked.orElseThrow();
    ColumnProfile target = ColumnProfile.of(name, table.column(name));
    TargetCheck check = new TargetCheck(target, problems);
    check.teaches(TargetCheck.FEWEST_ROWS, "train, validate and test", "name another column");
    Goal goal = check.goal();
    return problems.isEmpty()
        ? Optional.of(
            new RowDraft(table, target, goal, time).draft(Sniffer.of(source, shown), problems))
        : Optional.empty();
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

  private void missing(List<String> there) {
    problems.add(
        Problem.at("--target")
            .what("missing: what is to be predicted?")
            .remedy("name one of " + String.join(", ", there)));
  }
}
