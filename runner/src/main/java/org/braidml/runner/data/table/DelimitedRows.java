package org.braidml.runner.data.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of delimited values, as DuckDB is to read them. A blank line is no row, unless
 * the file has one column: there it is a row of an empty value.
 */
final class DelimitedRows implements RowFormat {

  /** A text that stands for null in DuckDB's reader: no file holds it. */
  private static final String NEVER = "\u0002\u0003";

  private final TextFile file;
  private final Dialect dialect;
  private int width;

  DelimitedRows(TextFile file, Dialect dialect) {
    this.file = file;
    this.dialect = dialect;
  }

  @Override
  public List<String> names(DuckDb database, String readable) throws IOException {
    return names();
  }

  /** Returns the names of the columns; empty if the file is. */
  List<String> names() throws IOException {
    try (RecordScanner scanner = new RecordScanner(file.open(), dialect)) {
      List<String> first = scanner.next();
      while (first != null && blank(first)) {
        first = scanner.next();
      }
      List<String> names = first == null ? List.of() : named(first);
      width = names.size();
      return names;
    }
  }

  private List<String> named(List<String> first) {
    List<String> given = dialect.header() ? first : dialect.columns();
    return IntStream.range(0, first.size())
        .mapToObj(i -> i < given.size() && !given.get(i).isEmpty() ? given.get(i) : numbered(i))
        .toList();
  }

  private static String numbered(int column) {
    return "column" + (column + 1);
  }

  static boolean blank(List<String> record) {
    return record.size() == 1 && record.get(0).isEmpty();
  }

  @Override
  public Map<String, String> expressions(List<String> names) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      expressions.putIfAbsent(names.get(i), "c" + i);
    }
    return expressions;
  }

  @Override
  public String from(String readable, List<String> names) {
    String columns =
        IntStream.range(0, names.size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", "));
    String quote = DuckDb.text(dialect.quote());
    return "read_csv("
        + readable
        + ", auto_detect = false, columns = {"
        + columns
        + "}, header = "
        + dialect.header()
        + ", delim = "
        + DuckDb.text(String.valueOf(dialect.delimiterCharacter()))
        + ", quote = "
        + quote
        + ", escape = "
        + quote
        + (names.size() == 1
            ? ", nullstr = '', force_not_null = ['c0']" // so, blank lines are rows
            : ", nullstr = " + DuckDb.text(NEVER))
        + ")";
  }

  @Override
  public List<Fault> faults(List<String> names, String shown) throws IOException {
    List<Fault> faults = new ArrayList<>();
    try (RecordScanner scanner = new RecordScanner(file.open(), dialect)) {
      List<String> record = scanner.next();
      while (record != null) {
        if (record.size() != names.size() && !blank(record) && !scanner.endedWithinQuotes()) {
          String text = String.join(dialect.delimiter(), record);
          String what = width(record.size(), names.size()) + ": " + NumberColumn.shortened(text);
          faults.add(Fault.ofRecord(shown, scanner.line(), scanner.lastLine(), text, what));
        }
        if (scanner.endedWithinQuotes()) {
          faults.add(neverClosed(shown, scanner, record, dialect));
        }
        record = scanner.next();
      }
    }
    return faults;
  }

  /** Tells of the last record of a file, which a scanner ended within quotes. */
  static Fault neverClosed(
      String shown, RecordScanner scanner, List<String> record, Dialect dialect) {
    return Fault.ofFile(
        shown + ":" + scanner.line(),
        "a quote is opened and never closed: "
            + NumberColumn.shortened(String.join(dialect.delimiter(), record)));
  }

  private static String width(int found, int expected) {
    return found + (found == 1 ? " value" : " values") + ", where the first record has " + expected;
  }

  @Override
  public int[] lines() throws IOException {
    List<Integer> lines = new ArrayList<>();
    boolean skip = dialect.header();
    try (RecordScanner scanner = new RecordScanner(file.open(), dialect)) {
      @Nullable List<String> record = scanner.next();
      while (record != null) {
        boolean real = !blank(record);
        if (!skip && (real || width == 1)) {
          lines.add(scanner.line());
        }
        skip &= !real;
        record = scanner.next();
      }
    }
    return lines.stream().mapToInt(Integer::intValue).toArray();
  }
}
