package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * Measurements in long form, a row each: who, when, what, how much. They are pivoted: a row of the
 * result is one subject, with a column {@code id}; each variable of {@code series} as a JSON array
 * of one number a step, null where there is none; and each variable of {@code statics} as the value
 * that was given of it: another value of the same subject is refused.
 *
 * @param path a file, a folder of files, or a tar archive of them; relative to the folder of the
 *     experiment file; files in folders of the folder or archive are read, too; all of them {@code
 *     .gz} or {@code .zst} or not
 * @param validation the same for validation subjects, if they are given apart
 * @param test the same for test subjects, if they are given apart
 * @param names which files of a folder or an archive are read, as a glob over their names
 * @param delimiter one character between values
 * @param encoding the character set
 * @param id the column of the subject, by which files of one folder or archive share subjects, and
 *     others never; absent: each file is a subject, by its name without folders and ending
 * @param time the column of the moment: numbers, or hours and minutes as 23:59, which become hours
 * @param variable the column of what was measured
 * @param value the column of the number
 * @param series the variables that become series
 * @param statics the variables that become columns
 * @param times what the steps of series are: bins of time, or each moment of a subject
 * @param bin the width of a bin, in the unit of time; absent: 1
 * @param steps how many bins there are; a moment at the very end belongs to the last
 * @param gap the column of the times since the step before, if each moment is a step; absent:
 *     {@code gap}
 * @param aggregate what stands for several numbers of one variable in one step
 * @param nullValues the values that mean "missing"
 * @param sql a query over the table {@code source} of subjects, as of a file
 * @param tables files that the query may join, by the names of their tables
 * @param onBadRow what becomes of a measurement, or of a subject, that cannot be read
 */
@Id("long")
public record LongSourceConfig(
    String path,
    Optional<String> validation,
    Optional<String> test,
    String names,
    String delimiter,
    String encoding,
    Optional<String> id,
    String time,
    String variable,
    String value,
    List<String> series,
    List<String> statics,
    Times times,
    @Range(min = 0, aboveMin = true) Optional<Double> bin,
    @Range(min = 1, max = 1_000_000) Optional<Integer> steps,
    Optional<String> gap,
    Aggregate aggregate,
    List<String> nullValues,
    Optional<String> sql,
    Map<String, JoinedFileConfig> tables,
    OnBadRow onBadRow)
    implements SourceConfig {

  private static final String GAP = "gap";

  /** The column of subjects. */
  public static final String SUBJECT = "id";

  public LongSourceConfig {
    series = List.copyOf(series);
    statics = List.copyOf(statics);
    nullValues = List.copyOf(nullValues);
    tables = Map.copyOf(tables);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("series names at least one variable");
    }
    if (statics.stream().anyMatch(series::contains)) {
      throw new IllegalArgumentException(
          "a variable is in series or in statics, not in both: its column would stand twice");
    }
    if (delimiter.length() != 1) {
      throw new IllegalArgumentException("delimiter is one character; a tab is written \"\\t\"");
    }
    if (times == Times.GAPS) {
      requireMoments(bin.isPresent() || steps.isPresent());
      requireFree(gap.orElse(GAP), series, statics);
    } else {
      requireBins(steps.isPresent(), gap.isPresent());
    }
  }

  private static void requireMoments(boolean bins) {
    if (bins) {
      throw new IllegalArgumentException(
          "bin and steps belong to times = bins; with times = gaps each moment is a step, and"
              + " max-length of the field says how many are kept");
    }
  }

  private static void requireBins(boolean steps, boolean gap) {
    if (gap) {
      throw new IllegalArgumentException(
          "gap belongs to times = gaps; with times = bins all steps are as far apart");
    }
    if (!steps) {
      throw new IllegalArgumentException(
          "steps is missing: times = bins needs to know how many there are; times = gaps makes"
              + " each moment a step");
    }
  }

  private static void requireFree(String gap, List<String> series, List<String> statics) {
    if (gap.equals(SUBJECT) || series.contains(gap) || statics.contains(gap)) {
      throw new IllegalArgumentException(
          "the gaps would be a second column \"%s\"; give them another name, by gap"
              .formatted(gap));
    }
  }

  /** Returns the width of a bin, in the unit of time. */
  public double width() {
    return bin.orElse(1.0);
  }

  /** Returns how many bins there are; 0 if each moment is a step. */
  public int bins() {
    return steps.orElse(0);
  }

  /** Returns the column of the times since the step before. */
  public String gapColumn() {
    return gap.orElse(GAP);
  }

  @Override
  public LongSourceConfig absolute(Path folder) {
    return at(
        folder.resolve(path).normalize().toString(),
        validation.map(file -> folder.resolve(file).normalize().toString()),
        test.map(file -> folder.resolve(file).normalize().toString()),
        tables.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().absolute(folder))),
        onBadRow);
  }

  @Override
  public Map<String, String> files() {
    return SourceConfig.files(path, validation, test, tables);
  }

  /** The same measurements of other subjects. */
  LongSourceConfig at(String other) {
    return at(other, Optional.empty(), Optional.empty(), tables, OnBadRow.FAIL);
  }

  private LongSourceConfig at(
      String trainPath,
      Optional<String> validationPath,
      Optional<String> testPath,
      Map<String, JoinedFileConfig> joined,
      OnBadRow bad) {
    return new LongSourceConfig(
        trainPath,
        validationPath,
        testPath,
        names,
        delimiter,
        encoding,
        id,
        time,
        variable,
        value,
        series,
        statics,
        times,
        bin,
        steps,
        gap,
        aggregate,
        nullValues,
        sql,
        joined,
        bad);
  }
}
