package org.braidml.runner.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.OnBadRow;
import org.braidml.runner.data.config.TsSourceConfig;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.source.Sources;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.TsLabel;
import org.braidml.runner.data.table.TsReader;

/** An experiment on a file of the UEA and UCR archive, and on the test file beside it. */
final class TsDraft {

  private static final Pattern TRAIN =
      Pattern.compile("(.*_)(TRAIN|train)(\\.ts(?:\\.(?:gz|zst))?)");
  private static final String LABEL = "label";

  /** Fewer rows leave none to validate, where others test. */
  private static final int FEWEST_ROWS = 10;

  private final Path file;
  private final String shown;
  private final Problems problems;
  private final Optional<String> test;
  private List<String> columns = List.of();

  /**
   * For a file.
   *
   * @param file the file
   * @param shown how the experiment is to name it
   * @param problems takes what is wrong
   */
  TsDraft(Path file, String shown, Problems problems) {
    this.file = file;
    this.shown = shown;
    this.problems = problems;
    this.test = testOf(file);
  }

  /** Returns whether a file is one of the archive, by its name. */
  static boolean reads(Path file) {
    return TsSourceConfig.isName(String.valueOf(file.getFileName()));
  }

  /** Returns the name of the test file that stands beside a training file. */
  private static Optional<String> testOf(Path file) {
    Matcher name = TRAIN.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return Optional.empty();
    }
    String side = name.group(2).equals("TRAIN") ? "TEST" : "test";
    return Optional.of(name.group(1) + side + name.group(3))
        .filter(other -> Files.isRegularFile(file.resolveSibling(other)));
  }

  /**
   * Returns the experiment; empty if there were problems.
   *
   * @param target the column of the target, which may be left out: there is but one
   * @param time the column of time, which none of these files has
   * @throws IOException if the file cannot be read
   */
  Optional<Draft> draft(Optional<String> target, Optional<String> time) throws IOException {
    target.filter(name -> !name.equals(LABEL)).ifPresent(this::noTarget);
    time.ifPresent(this::noTime);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Path.of("");
    Optional<Rows> rows = Sources.read(source(), folder, Set.of(), this::alike, problems);
    return rows.isEmpty()
        ? Optional.empty()
        : draft(new TsSeries(rows.get()), TsReader.label(file));
  }

  private TsSourceConfig source() {
    return new TsSourceConfig(
        file.toString(),
        Optional.empty(),
        test.map(name -> file.resolveSibling(name).toString()),
        OnBadRow.FAIL);
  }

  /** Both files have the same columns, or the rows of one would lack some. */
  private void alike(List<String> names, String from) {
    if (columns.isEmpty()) {
      columns = names;
    } else if (!names.equals(columns)) {
      problems.add(
          Problem.at("data.source.test")
              .value('"' + from + '"')
              .what(
                  "its rows have %s, and those of %s have %s"
                      .formatted(parts(names), file.getFileName(), parts(columns)))
              .remedy("a file beside, whose name ends in TEST instead of TRAIN, is to test"));
    }
  }

  private static String parts(List<String> names) {
    boolean label = names.contains(LABEL);
    int dimensions = names.size() - (label ? 2 : 1); // and the series of all
    return "%d %s and %s label"
        .formatted(dimensions, dimensions == 1 ? "dimension" : "dimensions", label ? "a" : "no");
  }

  private void noTarget(String name) {
    problems.add(
        Problem.at("--target")
            .value('"' + name + '"')
            .what("a .ts file has one target: the label at the end of each row")
            .remedy("leave the option out"));
  }

  private void noTime(String name) {
    problems.add(
        Problem.at("--time")
            .value('"' + name + '"')
            .what("the rows of a .ts file have no column of time")
            .remedy("leave the option out"));
  }

  private void noClass(String label) {
    problems.add(
        Problem.at("data.source.test")
            .value('"' + test.orElse("") + '"')
            .what(
                "it holds the class \"%s\", and no row of %s does: no model can predict it"
                    .formatted(NumberColumn.shortened(label), file.getFileName()))
            .remedy("leave its rows out of the test file, or add some to the other"));
  }

  private Optional<Draft> draft(TsSeries series, TsLabel label) {
    if (label == TsLabel.NONE) {
      problems.add(
          Problem.at("--target")
              .what("the header says neither @classLabel true nor @targetLabel true")
              .remedy("rows without labels can be predicted, and not learnt from"));
      return Optional.empty();
    }
    ColumnProfile target = series.label();
    TargetCheck check = new TargetCheck(target, problems);
    String other = "take another file";
    if (test.isPresent()) {
      check.teaches(FEWEST_ROWS, "train and validate", other);
    } else {
      check.teaches(TargetCheck.FEWEST_ROWS, "train, validate and test", other);
    }
    Goal goal =
        label == TsLabel.NUMBER
            ? Goal.REGRESSION
            : target.distinct() == 2 ? Goal.BINARY : Goal.MULTICLASS;
    if (goal.classes()) {
      series.ofTestAlone().ifPresent(this::noClass);
    }
    Draft draft =
        new Draft(
            lines(series.unlabelled()),
            sides(goal, target.rows()),
            series.fields(),
            target,
            goal,
            Map.of(),
            Pace.of(target.rows()));
    return problems.isEmpty() ? Optional.of(draft) : Optional.empty();
  }

  private List<String> lines(int unlabelled) {
    List<String> lines = new ArrayList<>();
    lines.add("type = ts");
    lines.add("path = " + Written.quoted(shown));
    test.map(name -> Path.of(shown).resolveSibling(name).toString())
        .ifPresent(name -> lines.add("test = " + Written.quoted(name)));
    if (unlabelled > 0) {
      String left = unlabelled == 1 ? "row is" : "rows are";
      lines.add(
          "# " + unlabelled + " " + left + " left out: without a label there is nothing to learn.");
      lines.add("on-bad-row = skip");
    }
    return lines;
  }

  private List<String> sides(Goal goal, int rows) {
    if (test.isEmpty()) {
      return List.of(Draft.drawn(goal));
    }
    return List.of(
        "  # The test file is the test side; validation rows are drawn out of the other.",
        "  split { seed = 1, validation = %s, stratify = %s }"
            .formatted(rows < 200 ? 2 * Draft.VALIDATION : Draft.VALIDATION, goal.classes()));
  }
}
