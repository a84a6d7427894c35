package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records of delimited values in plain UTF-8, found byte by byte. It knows the plain case alone: as
 * soon as anything is not as usual, be it a fault or not, it says so, and DuckDB reads the file.
 * Used by one thread.
 */
final class PlainRecords {

  /** Longer records are DuckDB's to judge. */
  private static final int LONGEST = 1 << 20;

  private static final byte TEXT = 0;
  private static final byte DELIMITER = 1;
  private static final byte NEWLINE = 2;
  private static final byte RETURN = 3;
  private static final byte QUOTE = 4;
  private static final byte CONTROL = 5;

  /** The first byte of a byte order mark; of other letters, too, which are rare in first places. */
  private static final byte BYTE_ORDER_MARK = (byte) 0xef;

  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private final byte[] kinds = new byte[256];
  private final byte quote;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] doubled;
  private final byte[] bytes = new byte[LONGEST * 2];
  private int at;
  private int limit;
  private boolean ended;
  private boolean returns;
  private boolean first = true;
  private boolean unusual;

  /**
   * Records of a file.
   *
   * @param in the bytes of the file
   * @param dialect one that {@link #knows}
   * @param width how many values a record has, at least 2
   */
  PlainRecords(InputStream in, Dialect dialect, int width) {
    this.in = in;
    starts = new int[width];
    ends = new int[width];
    doubled = new boolean[width];
    quote = (byte) dialect.quoteCharacter();
    Arrays.fill(kinds, 0, ' ', CONTROL);
    kinds['\t'] = TEXT;
    kinds['\n'] = NEWLINE;
    kinds['\r'] = RETURN;
    if (dialect.quoted()) {
      kinds[dialect.quoteCharacter()] = QUOTE;
    }
    kinds[dialect.delimiterCharacter()] = DELIMITER;
  }

  /** Returns whether values of a dialect can be told apart byte by byte. */
  static boolean knows(Dialect dialect) {
    char delimiter = dialect.delimiterCharacter();
    char quote = dialect.quoteCharacter();
    return dialect.charset().equals(StandardCharsets.UTF_8)
        && (delimiter == '\t' || isSign(delimiter))
        && (!dialect.quoted() || (isSign(quote) && quote != delimiter));
  }

  private static boolean isSign(char c) {
    return c > ' ' && c < 0x7f;
  }

  /** Returns whether the file is not as usual, so that what was found in it is not to be used. */
  boolean unusual() {
    return unusual;
  }

  /** Goes on to the next record; returns false at the end, or when something is unusual. */
  boolean next() throws IOException {
    if (!whole()) {
      fill();
      unusual |= first && limit > 0 && bytes[0] == BYTE_ORDER_MARK;
    }
    if (unusual || at == limit) {
      return false;
    }
    int from = at;
    boolean ascii = record();
    unusual |= !ascii && !isText(from, at);
    first = false;
    return !unusual;
  }

  /** Returns whether a whole record is there for sure: none is longer than this. */
  private boolean whole() {
    return ended ? at < limit : limit - at >= LONGEST;
  }

  private void fill() throws IOException {
    System.arraycopy(bytes, at, bytes, 0, limit - at);
    limit -= at;
    at = 0;
    while (!ended && limit < bytes.length) {
      int read = in.read(bytes, limit, bytes.length - limit);
      ended = read < 0;
      limit += Math.max(0, read);
    }
  }

  /** Reads a record; returns whether all of it is ASCII. */
  private boolean record() {
    int signs = 0;
    int i = at;
    int value = 0;
    while (true) {
      if (value == starts.length) {
        return givenUp(); // more values than names
      }
      doubled[value] = false;
      if (i < limit && kinds[bytes[i] & 0xff] == QUOTE) {
        starts[value] = ++i;
        while (true) {
          while (i < limit && kinds[bytes[i] & 0xff] <= NEWLINE) {
            signs |= bytes[i++];
          }
          if (i == limit || bytes[i] != quote) {
            return givenUp(); // a control character, or a quote that is not closed
          }
          if (i + 1 < limit && bytes[i + 1] == quote) {
            doubled[value] = true;
            i += 2;
          } else {
            break;
          }
        }
        ends[value] = i++;
      } else {
        starts[value] = i;
        while (i < limit && kinds[bytes[i] & 0xff] == TEXT) {
          signs |= bytes[i++];
        }
        ends[value] = i;
      }
      value++;
      byte kind = i < limit ? kinds[bytes[i] & 0xff] : NEWLINE;
      if (kind == DELIMITER) {
        i++;
      } else {
        boolean lineEnd = kind == NEWLINE || kind == RETURN;
        boolean whole = lineEnd && value == starts.length && ended(i, kind);
        return whole ? signs >= 0 : givenUp();
      }
    }
  }

  /**
   * Steps over a line end; returns whether it is like the first one, and the record not too long.
   */
  private boolean ended(int i, byte kind) {
    boolean here = kind == RETURN;
    if (first) {
      returns = here;
    }
    int newline = here ? i + 1 : i;
    boolean like = here == returns && newline < limit && bytes[newline] == '\n';
    boolean usual = i == limit ? ended : like;
    usual &= i - at < LONGEST;
    at = Math.min(limit, newline + 1);
    return usual;
  }

  private boolean givenUp() {
    unusual = true;
    return true;
  }

  private boolean isText(int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0;
  }

  /** Shows a value of the record to its reader. */
  void value(int place, Reader reader) {
    int from = starts[place];
    int length = ends[place] - from;
    if (!doubled[place]) {
      reader.read(bytes, from, length);
      return;
    }
    byte[] single = new byte[length];
    int size = 0;
    for (int i = from; i < ends[place]; i++) {
      single[size++] = bytes[i];
      i += bytes[i] == quote ? 1 : 0;
    }
    reader.read(single, 0, size);
  }

  /** Reads a value. */
  @FunctionalInterface
  interface Reader {

    /** Reads a part of an array, which is used again afterwards. */
    void read(byte[] bytes, int from, int length);
  }
}
