package org.braidml.runner.cli;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.braidml.runner.cli.DamagedFile.Damage;
import org.braidml.runner.data.table.RecordScanner;

/**
 * Part of a real data set, to be damaged.
 *
 * @param name the file, the pattern or the folder
 * @param data the {@code data} part of an experiment on it
 * @param bytes the text of the file; of one of the files of a pattern, a folder or an archive
 * @param others the other files of it, by name
 * @param kind how it is packed, and how its rows are counted
 * @param skips whether bad rows are left out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DamagedSource(
    String name, String data, byte[] bytes, Map<String, byte[]> others, Kind kind, boolean skips) {

  /** The file of a folder or an archive that is damaged. */
  static final String PATIENT = "132539.txt";

  /** What a file is. */
  enum Kind {
    CSV,
    CSV_GZ,
    CSV_ZST,
    TSV,
    JSONL,
    PARTS,
    PARQUET,
    TS,
    LINES,
    FOLDER,
    TAR
  }

  /**
   * A file that was written.
   *
   * @param name what a message is to name
   * @param rows how many rows it holds, counted without the reader under test
   */
  record Written(String name, int rows) {}

  @Override
  public String toString() {
    return skips ? name + ", bad rows left out" : name;
  }

  /** Returns the same, whose bad rows are left out. */
  DamagedSource skipping() {
    return new DamagedSource(
        name,
        data.replaceFirst("source \\{", "source { on-bad-row = skip,"),
        bytes,
        others,
        kind,
        true);
  }

  /** Returns whether what is left out may be less than a row: a measurement. */
  boolean measured() {
    return kind == Kind.FOLDER || kind == Kind.TAR;
  }

  /** Writes the experiment and its damaged file. */
  Written write(Path folder, Damage damage, DamagedFile by) throws IOException {
    Files.writeString(folder.resolve("experiment.conf"), data);
    byte[] text = by.damaged(damage, bytes);
    return switch (kind) {
      case PARTS -> parts(folder, text);
      case FOLDER -> folder(folder.resolve(name), text);
      case TAR -> tar(folder.resolve(name), text, damage, by);
      case PARQUET -> parquet(folder.resolve(name), damage, by);
      case CSV_GZ -> packed(folder.resolve(name), text, gzipped(text), damage, by);
      case CSV_ZST -> packed(folder.resolve(name), text, Zstd.compress(text), damage, by);
      default -> {
        Files.write(folder.resolve(name), text);
        yield new Written(name, rows(text));
      }
    };
  }

  /** Some damages are of the packed bytes; a file that is read all the same has all its rows. */
  private Written packed(Path path, byte[] text, byte[] whole, Damage damage, DamagedFile by)
      throws IOException {
    boolean outside = damage == Damage.BYTES_FLIPPED || damage == Damage.CUT_SHORT;
    Files.write(path, outside ? by.damaged(damage, packedAgain()) : whole);
    return new Written(name, rows(outside ? bytes : text));
  }

  private byte[] packedAgain() throws IOException {
    return kind == Kind.CSV_GZ ? gzipped(bytes) : Zstd.compress(bytes);
  }

  private static byte[] gzipped(byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text);
    }
    return out.toByteArray();
  }

  private Written parquet(Path path, Damage damage, DamagedFile by) throws IOException {
    Path csv = Files.write(path.resolveSibling("whole.csv"), bytes);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT parquet)".formatted(csv, path));
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Files.delete(csv);
    boolean cut = damage == Damage.CUT_SHORT || damage == Damage.EMPTY;
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, by.damaged(cut ? damage : Damage.BYTES_FLIPPED, whole));
    return new Written(name, rows(bytes));
  }

  /** Writes all files of a pattern; one is damaged, and may be named alone. */
  private Written parts(Path folder, byte[] text) throws IOException {
    int rows = rows(text);
    for (Map.Entry<String, byte[]> file : others.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
      rows += rows(file.getValue());
    }
    Files.write(folder.resolve("part-2.csv"), text);
    return new Written("part-", rows);
  }

  private Written folder(Path folder, byte[] text) throws IOException {
    Files.createDirectory(folder);
    for (Map.Entry<String, byte[]> file : others.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Files.write(folder.resolve(PATIENT), text);
    return new Written(name, others.size() + 1);
  }

  private Written tar(Path path, byte[] text, Damage damage, DamagedFile by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (Map.Entry<String, byte[]> file : others.entrySet()) {
        entry(tar, "set-a/" + file.getKey(), file.getValue());
      }
      boolean leaves = damage == Damage.LINES_TWICE || damage == Damage.BLANK_LINES;
      entry(tar, (leaves ? "../../" : "set-a/") + PATIENT, text);
    }
    byte[] whole = out.toByteArray();
    boolean outside = damage == Damage.BYTES_FLIPPED || damage == Damage.CUT_SHORT;
    Files.write(path, outside ? by.damaged(damage, whole) : whole);
    return new Written(name, others.size() + 1);
  }

  private static void entry(TarArchiveOutputStream tar, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    new ByteArrayInputStream(bytes).transferTo(tar);
    tar.closeArchiveEntry();
  }

  /** Counts the rows of a text, by Braid's own scanner of records and not by the database. */
  private int rows(byte[] text) throws IOException {
    Charset charset = kind == Kind.LINES ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String all = new String(text, charset);
    if (kind == Kind.LINES) {
      return (int) all.lines().count();
    }
    if (kind == Kind.TSV || kind == Kind.JSONL) {
      return (int) all.replace("\uFEFF", "").lines().filter(line -> !line.isEmpty()).count();
    }
    if (kind == Kind.TS) {
      List<String> lines = all.lines().map(String::strip).toList();
      int data =
          lines.stream()
              .map(line -> line.toLowerCase(java.util.Locale.ROOT))
              .toList()
              .indexOf("@data");
      return (int)
          lines.stream()
              .skip(data + 1L)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .count();
    }
    int rows = -1; // the header is none
    try (RecordScanner scanner = RecordScanner.ofCommas(new StringReader(all))) {
      List<String> record = scanner.next();
      while (record != null) {
        rows += record.equals(List.of("")) ? 0 : 1;
        record = scanner.next();
      }
    }
    return rows;
  }
}
