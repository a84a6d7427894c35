package org.braidml.runner.data.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;

/** Tells what is wrong with one file. */
public final class FileProblems {

  private static final Pattern ROWS =
      Pattern.compile(".*\\.(csv|tsv|txt|jsonl?|parquet|data|ts)(\\.(gz|zst))?");
  private static final int SHOWN = 5;

  private final String key;
  private final String name;
  private final Path path;
  private final Problems problems;

  /**
   * Problems of a file.
   *
   * @param key the key that names the file
   * @param name the file as the user named it
   * @param path where it is
   * @param problems takes them
   */
  public FileProblems(String key, String name, Path path, Problems problems) {
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

  void noRows(List<String> names) {
    problems.add(
        problem("the file names columns and holds no row")
            .remedy("columns: " + String.join(", ", names)));
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

  void wrongCharset(Charset charset) {
    problems.add(
        problem("the file holds bytes that are not " + charset.name())
            .remedy("give its character set, such as data.source.encoding = ISO-8859-1"));
  }

  void unreadable(IOException error) {
    problems.add(problem("the file cannot be read: " + error.getMessage()));
  }

  void queryRefused(SQLException error) {
    problems.add(
        Problem.at("data.source.sql")
            .what("the query is refused: " + firstLine(error))
            .remedy(
                "the rows of the file are the table \"source\"; columns that are no plain"
                    + " words stand in double quotes"));
  }

  void refused(List<RowFormat.Fault> faults, SQLException error) {
    if (faults.isEmpty()) {
      problems.add(problem("the file cannot be read: " + firstLine(error)));
      return;
    }
    refused(faults);
  }

  void refused(List<RowFormat.Fault> faults) {
    refusedAt(
        faults.stream()
            .map(fault -> new Pivot.Fault(shown() + ":" + fault.line(), fault.what()))
            .toList());
  }

  /** Tells faults that know their places. */
  void refusedAt(List<Pivot.Fault> faults) {
    int more = faults.size() - SHOWN;
    for (int i = 0; i < Math.min(SHOWN, faults.size()); i++) {
      boolean last = i == SHOWN - 1 && more > 0;
      problems.add(
          problem(faults.get(i).what())
              .where(faults.get(i).where())
              .remedy(last ? "and " + more + " more such lines" : null));
    }
  }

  private static String firstLine(SQLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
