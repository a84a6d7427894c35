package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited records one by one and knows the line on which each begins. It reads the names of
 * columns, and finds lines for messages; values are read by {@link PlainFile} or DuckDB.
 */
public final class RecordScanner implements AutoCloseable {

  /** A line end, and what follows a bare CR, may be given back. */
  private static final int BACK = 2;

  private final Reader reader;
  private final char[] buffer = new char[1 << 13];
  private int at = BACK;
  private int limit = BACK;
  private final char delimiter;
  private final char quote;
  private final boolean quoted;
  private int nextLine = 1;
  private int line;
  private int lastLine;
  private boolean open;

  RecordScanner(Reader reader, Dialect dialect) {
    this(reader, dialect.delimiterCharacter(), dialect.quoteCharacter(), dialect.quoted());
  }

  private RecordScanner(Reader reader, char delimiter, char quote, boolean quoted) {
    this.reader = reader;
    this.delimiter = delimiter;
    this.quote = quote;
    this.quoted = quoted;
  }

  /** Reads values between commas, in double quotes where they must be: what Braid itself writes. */
  public static RecordScanner ofCommas(Reader reader) {
    return new RecordScanner(reader, ',', '"', true);
  }

  /** Reads lines, each a record of one value. */
  static RecordScanner ofLines(Reader reader) {
    return new RecordScanner(reader, Dialect.NONE, Dialect.NONE, false);
  }

  /** Returns the next record, or null at the end. A blank line is a record of one empty value. */
  public @Nullable List<String> next() throws IOException {
    line = nextLine;
    int c = read();
    if (c < 0) {
      return null;
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (c >= 0 && c != '\n') {
      if (c == delimiter) {
        values.add(value.toString());
        value.setLength(0);
      } else if (quoted && c == quote && value.length() == 0) {
        quoted(value);
      } else {
        value.append((char) c);
      }
      c = read();
    }
    values.add(value.toString());
    lastLine = c < 0 ? nextLine : nextLine - 1;
    return values;
  }

  private void quoted(StringBuilder value) throws IOException {
    for (int c = read(); c >= 0; c = read()) {
      if (c != quote) {
        value.append((char) c);
        continue;
      }
      int after = read();
      if (after != quote) {
        unread(after);
        return;
      }
      value.append(quote);
    }
    open = true;
  }

  /** Returns the line, from 1, on which the last record began. */
  int line() {
    return line;
  }

  /** Returns the line on which the last record ended. */
  int lastLine() {
    return lastLine;
  }

  /** Returns whether the file ended within quotes. */
  boolean endedWithinQuotes() {
    return open;
  }

  /** Reads a character; every kind of line end becomes one newline, and is counted. */
  private int read() throws IOException {
    int c = character();
    if (c == '\r') {
      int after = character();
      if (after >= 0 && after != '\n') {
        at--;
      }
      c = '\n';
    }
    if (c == '\n') {
      nextLine++;
    }
    return c;
  }

  private int character() throws IOException {
    if (at == limit && !fill()) {
      return -1;
    }
    return buffer[at++];
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, limit - BACK, buffer, 0, BACK);
    int count = reader.read(buffer, BACK, buffer.length - BACK);
    at = BACK;
    limit = BACK + Math.max(0, count);
    return count > 0;
  }

  private void unread(int c) {
    if (c == '\n') {
      nextLine--;
    }
    if (c >= 0) {
      at--;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
