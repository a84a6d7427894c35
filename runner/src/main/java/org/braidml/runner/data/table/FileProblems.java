package org.braidml.runner.data.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.RefusedRow;
import org.braidml.runner.data.config.OnBadRow;

/** Tells what is wrong with one file. */
public final class FileProblems {

  private static final Pattern ROWS =
      Pattern.compile(".*\\.(csv|tsv|txt|jsonl?|parquet|data|ts)(\\.(gz|zst))?");
  private static final Pattern CLASSES = Pattern.compile("\\b[\\w.:]*Exception\\b:?\\s*");
  private static final int SHOWN = 5;

  private final String key;
  private final String name;
  private final Path path;
  private final Problems problems;
  private final OnBadRow onBadRow;

  /**
   * Problems of a file of which no row is left out.
   *
   * @param key the key that names the file
   * @param name the file as the user named it
   * @param path where it is
   * @param problems takes them
   */
  public FileProblems(String key, String name, Path path, Problems problems) {
    this(key, name, path, problems, OnBadRow.FAIL);
  }

  FileProblems(String key, String name, Path path, Problems problems, OnBadRow onBadRow) {
    this.onBadRow = onBadRow;
    this.key = key;
    this.name = name;
    this.path = path;
    this.problems = problems;
  }

  /** Returns the file's name as messages show it. */
  String shown() {
    Path last = path.getFileName();
    return last == null ? name : last.toString();
  }

  private Problem.Builder problem(String what) {
    return Problem.at(key).value('"' + name + '"').what(what);
  }

  /** Returns whether there is such a file; tells if there is not. */
  public boolean readable() {
    if (Files.isRegularFile(path)) {
      return true;
    }
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(path)) {
      problems.add(problem("a folder, not a file").found(shown(), files(path)));
    } else if (folder == null || !Files.isDirectory(folder)) {
      problems.add(
          problem("its folder does not exist: " + folder)
              .remedy("a relative path starts in the folder of the experiment file"));
    } else {
      problems.add(
          problem("no such file in " + folder)
              .found(shown(), files(folder))
              .remedy("a relative path starts in the folder of the experiment file"));
    }
    return false;
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> ROWS.matcher(name).matches())
          .sorted()
          .limit(20)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  void empty() {
    problems.add(problem("the file is empty"));
  }

  /** Tells that there is no row, or none beside those that were left out. */
  void noRows(List<String> names) {
    Optional<RefusedRow> out =
        problems.leftOut().stream()
            .filter(row -> row.where().startsWith(shown() + ":"))
            .findFirst();
    problems.add(
        out.map(row -> problem("no row would be left: " + row.said()).where(row.where()))
            .orElseGet(
                () ->
                    problem("the file names columns and holds no row")
                        .remedy("columns: " + String.join(", ", names))));
  }

  /** Tells that a query leaves none of the rows that a file has. */
  void noResult() {
    problems.add(
        Problem.at("data.source.sql")
            .what("the query over " + shown() + ", which has rows, gives none")
            .remedy(
                "look at its WHERE and its JOINs: a row that a JOIN finds no other for is left out"));
  }

  /** Returns whether two columns have one name; tells if so. */
  boolean twice(List<String> names) {
    Set<String> seen = new HashSet<>();
    List<String> twice = names.stream().filter(column -> !seen.add(column)).distinct().toList();
    for (String column : twice) {
      problems.add(
          problem("two columns have the name \"" + column + "\"")
              .where(shown() + ":1")
              .remedy("rename one of them in the file"));
    }
    return !twice.isEmpty();
  }

  /** Tells where bytes are not of the character set. */
  void wrongCharset(Charset charset, Optional<WrongBytes> found) {
    problems.add(
        problem(
                "the file holds bytes that are not "
                    + charset.name()
                    + found.map(first -> ", the first in " + first.said()).orElse(""))
            .where(found.map(first -> shown() + ":" + first.line()).orElse(shown()))
            .remedy("give its character set, such as data.source.encoding = ISO-8859-1"));
  }

  void unreadable(IOException error) {
    problems.add(problem("the file cannot be read: " + error.getMessage()));
  }

  void queryRefused(SQLException error) {
    problems.add(
        Problem.at("data.source.sql")
            .what("the query over " + shown() + " is refused: " + reason(error))
            .remedy(
                "the rows of the file are the table \"source\"; columns that are no plain"
                    + " words stand in double quotes"));
  }

  /** Tells what is wrong with records, or else what the database says. */
  void refused(List<Fault> faults, SQLException error) {
    if (faults.isEmpty()) {
      problems.add(problem("the file cannot be read: " + reason(error)));
    }
    refused(faults);
  }

  /** Returns whether faults, if there are any, are left out and noted; tells them if not. */
  boolean leftOut(List<Fault> faults) {
    if (!leavesOut(faults)) {
      refused(faults);
      return faults.isEmpty();
    }
    for (Fault fault : faults) {
      problems.leaveOut(new RefusedRow(fault.where(), "", fault.text(), fault.what()));
    }
    return true;
  }

  /** Returns whether faults are to be left out and can be. */
  boolean leavesOut(List<Fault> faults) {
    return onBadRow == OnBadRow.SKIP && !faults.isEmpty() && faults.stream().allMatch(Fault::alone);
  }

  private void refused(List<Fault> faults) {
    int more = faults.size() - SHOWN;
    for (int i = 0; i < Math.min(SHOWN, faults.size()); i++) {
      boolean last = i == SHOWN - 1 && more > 0;
      problems.add(
          problem(faults.get(i).what())
              .where(faults.get(i).where())
              .remedy(last ? "and " + more + " more such lines" : null));
    }
  }

  /** Returns the first line of what the database says, without the names of its classes. */
  private static String reason(SQLException error) {
    return String.valueOf(error.getMessage())
        .lines()
        .findFirst()
        .map(line -> CLASSES.matcher(line).replaceAll(""))
        .orElse("no reason given");
  }
}
