package org.braidml.runner.data.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.braidml.runner.data.config.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * The first value of a file that holds bytes that are not of its character set.
 *
 * @param line where its record begins, from 1
 * @param column the name of its column, or empty
 * @param value the value, U+FFFD in the place of the bytes
 */
record WrongBytes(int line, String column, String value) {

  /** Stands for such bytes where they are read all the same: no character, and in no text. */
  static final char MARK = '\uFFFF';

  /** Finds the value; empty if there is none. */
  static Optional<WrongBytes> in(TextFile file, Dialect dialect) throws IOException {
    boolean lines = dialect.format() == FileFormat.JSONL;
    boolean header = dialect.header() && !lines;
    List<String> names = lines || header ? List.of() : dialect.columns();
    try (RecordScanner scanner =
        lines
            ? RecordScanner.ofLines(file.lenient())
            : new RecordScanner(file.lenient(), dialect)) {
      @Nullable List<String> record = scanner.next();
      while (record != null) {
        for (int i = 0; i < record.size(); i++) {
          if (has(record.get(i))) {
            String name = i < names.size() ? names.get(i) : "";
            return Optional.of(new WrongBytes(scanner.line(), name, shown(record.get(i))));
          }
        }
        if (header && !DelimitedRows.blank(record)) {
          names = record;
          header = false;
        }
        record = scanner.next();
      }
    }
    return Optional.empty();
  }

  /** Returns whether a text that was read leniently holds such bytes. */
  static boolean has(String text) {
    return text.indexOf(MARK) >= 0;
  }

  /** Returns such a text as a message shows it. */
  static String shown(String text) {
    return NumberColumn.shortened(text.replace(MARK, '\uFFFD'));
  }

  /** Returns the value and its column. */
  String said() {
    return column.isEmpty() ? '"' + value + '"' : "column \"%s\": \"%s\"".formatted(column, value);
  }
}
