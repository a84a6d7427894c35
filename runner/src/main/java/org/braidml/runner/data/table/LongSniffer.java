package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.braidml.runner.data.config.FileFormat;
import org.jspecify.annotations.Nullable;

/** Finds out what measurements in long form hold, before there are settings to read them by. */
public final class LongSniffer {

  private static final int LONGEST_HEADER = 10_000;
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Set<String> endings = new HashSet<>();
  private @Nullable LongColumns columns;
  private List<String> header = List.of();
  private String delimiter = "";
  private boolean others;
  private double last;

  private LongSniffer() {}

  /**
   * Returns what a file, a folder or an archive holds; empty if no file of it has the columns.
   *
   * @param path the file, the folder or the archive
   * @throws IOException if it cannot be read
   */
  public static Optional<Measurements> of(Path path) throws IOException {
    LongSniffer sniffer = new LongSniffer();
    new Entries("*").each(path, sniffer::take);
    LongColumns found = sniffer.columns;
    return found == null ? Optional.empty() : Optional.of(sniffer.measurements(found));
  }

  /** Returns whether a file is an archive of files, by its name. */
  public static boolean isArchive(Path file) {
    return Entries.isArchive(file);
  }

  /**
   * Returns the names of the columns of a file of measurements of several subjects; empty if it is
   * no such file.
   *
   * @param file the file
   * @throws IOException if it cannot be read
   */
  public static List<String> header(Path file) throws IOException {
    LongSniffer sniffer = new LongSniffer();
    try (Reader text = new TextFile(file, StandardCharsets.UTF_8).lenient()) {
      sniffer.isHeaded(text, "");
    }
    LongColumns found = sniffer.columns;
    return found == null || found.id().isEmpty() ? List.of() : sniffer.header;
  }

  private void take(Entries.Entry file, InputStream in) throws IOException {
    Reader text = TextFile.lenient(in, StandardCharsets.UTF_8);
    boolean headed = isHeaded(text, file.name().substring(file.subject().length()));
    others |= !headed;
    LongColumns names = columns;
    if (!headed || names == null) {
      return;
    }
    int id = names.id().map(header::indexOf).orElse(-1);
    int time = header.indexOf(names.time());
    int variable = header.indexOf(names.variable());
    int value = header.indexOf(names.value());
    RecordScanner rows = new RecordScanner(text, dialect(delimiter)); // closed by its owner
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      if (row.size() == header.size() && !row.get(value).isBlank()) {
        double moment = Clock.parse(row.get(time).strip());
        last = moment > last ? moment : last;
        variables
            .computeIfAbsent(row.get(variable), name -> new Variable())
            .take(id < 0 ? file.subject() : row.get(id), row.get(value).strip());
      }
    }
  }

  /** Reads the first line; returns whether it is the header of measurements, as of files before. */
  private boolean isHeaded(Reader text, String ending) throws IOException {
    String first = firstLine(text);
    List<String> possible = columns == null ? DELIMITERS : List.of(delimiter);
    for (String between : possible) {
      List<String> names = new RecordScanner(new StringReader(first), dialect(between)).next();
      Optional<LongColumns> found = LongColumns.of(names == null ? List.of() : names);
      if (found.isPresent() && names != null && (columns == null || names.equals(header))) {
        columns = found.get();
        header = names;
        delimiter = between;
        endings.add(ending);
        return true;
      }
    }
    return false;
  }

  private static String firstLine(Reader text) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = text.read();
    while (c >= 0 && c != '\n' && line.length() < LONGEST_HEADER) {
      line.append((char) c);
      c = text.read();
    }
    return line.toString().strip();
  }

  private static Dialect dialect(String delimiter) {
    return new Dialect(
        FileFormat.CSV, delimiter, "\"", true, List.of(), StandardCharsets.UTF_8, List.of(""));
  }

  private Measurements measurements(LongColumns found) {
    boolean told = others && endings.size() == 1;
    return new Measurements(
        found,
        delimiter,
        told ? "*" + endings.iterator().next() : "*",
        those(variable -> !variable.repeated),
        those(variable -> variable.repeated && variable.numbers),
        those(variable -> variable.repeated && !variable.numbers),
        last);
  }

  private List<String> those(Predicate<Variable> kind) {
    return variables.entrySet().stream()
        .filter(variable -> kind.test(variable.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What was seen of one variable. */
  private static final class Variable {
    private final Set<String> subjects = new HashSet<>();
    private boolean repeated;
    private boolean numbers = true;

    private void take(String subject, String value) {
      numbers &= !Double.isNaN(NumberColumn.parse(value));
      repeated = repeated || !subjects.add(subject);
      if (repeated) {
        subjects.clear();
      }
    }
  }
}
