package org.braidml.runner.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * A file of text: unpacked if its bytes are those of gzip or zstd, without a byte order mark.
 *
 * @param path the file
 * @param charset its character set
 */
public record TextFile(Path path, Charset charset) {

  /** Names in which DuckDB would see more than a name. */
  private static final Pattern UNUSUAL = Pattern.compile("[*?\\[\\]{}]|\\.(gz|zst)$");

  private static final int BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Opens the text, strictly: bytes that are not of the character set are an error.
   *
   * @throws IOException if it cannot be read
   */
  public Reader open() throws IOException {
    return text(Packed.open(path), charset);
  }

  /**
   * Returns bytes as text, strictly, without a byte order mark.
   *
   * @throws IOException if the first of them cannot be read
   */
  static Reader text(InputStream bytes, Charset charset) throws IOException {
    return text(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Opens the text, with a mark for each of the bytes that are not of the character set. */
  Reader lenient() throws IOException {
    return lenient(Packed.open(path), charset);
  }

  /** Returns bytes as text, with {@link WrongBytes#MARK} for those that are none. */
  static Reader lenient(InputStream bytes, Charset charset) throws IOException {
    return text(
        bytes,
        charset
            .newDecoder()
            .replaceWith(String.valueOf(WrongBytes.MARK))
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static Reader text(InputStream bytes, CharsetDecoder decoder) throws IOException {
    Reader reader = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Returns whether the file as it stands is what {@link #plain} would copy, so that it needs no
   * copy.
   *
   * @param quoted as there
   * @throws IOException if it cannot be read, as when bytes are not of the character set
   */
  boolean isPlain(boolean quoted) throws IOException {
    if (!charset.equals(StandardCharsets.UTF_8) || UNUSUAL.matcher(path.toString()).find()) {
      return false;
    }
    try (InputStream bytes = Files.newInputStream(path)) {
      byte[] first = bytes.readNBytes(2);
      if (first.length < 2 || first[0] < ' ' || first[1] < 0) {
        return false; // packed, a byte order mark, or a blank line
      }
    }
    char[] buffer = new char[1 << 15];
    try (Reader text = open()) {
      int read = text.read(buffer);
      while (read >= 0) {
        if (!quoted && CharBuffer.wrap(buffer, 0, read).chars().anyMatch(c -> c == '\r')) {
          return false;
        }
        read = text.read(buffer);
      }
    }
    return true;
  }

  /**
   * Writes the text as plain UTF-8 into a new temporary file, which the caller deletes.
   *
   * @param header whether a header is the first record: blank lines before it are left out, for
   *     DuckDB would take the first of them for it
   * @param quoted whether line ends may be part of values; if not, all become newlines, for DuckDB
   *     gives up where they differ
   * @param without lines that are left out, counted from 1
   * @throws IOException if it cannot be read or written
   */
  Path plain(boolean header, boolean quoted, BitSet without) throws IOException {
    Path copy = Files.createTempFile("braid-", ".txt");
    try (Reader from = open();
        var to = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
      int line = 1;
      int c = from.read();
      while (header && (c == '\n' || c == '\r')) {
        int next = from.read();
        c = c == '\r' && next == '\n' ? from.read() : next;
        line++;
      }
      if (quoted && without.isEmpty() && c >= 0) {
        to.write(c);
        from.transferTo(to);
      } else {
        copy(c, line, from, to, quoted, without);
      }
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /** Copies from a character on, which begins a line. */
  private static void copy(
      int first, int line, Reader from, Writer to, boolean quoted, BitSet without)
      throws IOException {
    int number = line;
    int c = first;
    while (c >= 0) {
      boolean end = c == '\n' || c == '\r';
      int next = from.read();
      boolean pair = c == '\r' && next == '\n';
      if (!without.get(number)) {
        to.write(end && !quoted ? '\n' : c);
      }
      if (pair && quoted && !without.get(number)) {
        to.write(next);
      }
      number += end ? 1 : 0;
      c = pair ? from.read() : next;
    }
  }
}
