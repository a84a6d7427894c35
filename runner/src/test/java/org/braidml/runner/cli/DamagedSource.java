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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.braidml.runner.cli.DamagedFile.Damage;
import org.braidml.runner.data.table.RecordScanner;

/**
 * Part of a real data set, to be damaged.
 *
 * @param name the file or folder
 * @param data the {@code data} part of an experiment on it
 * @param bytes the text of the file; of one of the files of a folder or an archive
 * @param others the other files of it, by name
 * @param kind how it is packed, and how its rows are counted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DamagedSource(
    String name, String data, byte[] bytes, Map<String, byte[]> others, Kind kind) {

  private static final String FIRST = "132539.txt";
  private static final String MODEL =
      """
      model { encoders.s { type = %s }, merger { type = concat }, head { type = %s } }
      """;

  /** What a file is. */
  enum Kind {
    CSV,
    CSV_GZ,
    CSV_ZST,
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
    return name;
  }

  static List<DamagedSource> all(Path sets) throws IOException {
    byte[] reviews = first(unzipped(sets.resolve("womens_clothing/reviews.csv.gz")), 500);
    byte[] bike = first(Files.readAllBytes(sets.resolve("bike/hour.csv")), 500);
    String ofReviews =
        """
        fields {
          s { kind = text, column = "Review Text" }
          c { kind = static, numeric = [Age], category = ["Class Name"] }
        }
        target { column = "Recommended IND", kind = binary, positive = "1" }
        """;
    String ofBike =
        """
        fields.s { kind = static, numeric = [temp, hum], category = [hr, weathersit], dates = [dteday] }
        target { column = cnt, kind = regression }
        """;
    String review = text("binary");
    String hour = MODEL.formatted("mlp", "regression");
    return List.of(
        file("reviews.csv", ofReviews, review, reviews, Kind.CSV),
        file("hour.csv", ofBike, hour, bike, Kind.CSV),
        file("reviews.csv.gz", ofReviews, review, reviews, Kind.CSV_GZ),
        file("hour.csv.zst", ofBike, hour, bike, Kind.CSV_ZST),
        file("hour.parquet", ofBike, hour, bike, Kind.PARQUET),
        vowels(sets),
        questions(sets),
        patients(sets, "set", Kind.FOLDER),
        patients(sets, "set.tar.gz", Kind.TAR));
  }

  private static String text(String head) {
    return "model.inputs.s { type = embedding, size = 4 }\n" + MODEL.formatted("lstm", head);
  }

  private static DamagedSource file(
      String name, String data, String model, byte[] bytes, Kind kind) {
    String source = "data {\nsource = \"" + name + "\"\n" + data + "}\n";
    return new DamagedSource(name, source + model, bytes, Map.of(), kind);
  }

  private static DamagedSource vowels(Path sets) throws IOException {
    String data =
        """
        data {
          source { type = ts, path = vowels.ts }
          fields.s { kind = series, channels = [series] }
          target { column = label, kind = multiclass }
        }
        """;
    byte[] bytes = Files.readAllBytes(sets.resolve("uea/JapaneseVowels/JapaneseVowels_TRAIN.ts"));
    String model = MODEL.formatted("lstm", "multiclass");
    return new DamagedSource("vowels.ts", data + model, bytes, Map.of(), Kind.TS);
  }

  private static DamagedSource questions(Path sets) throws IOException {
    String data =
        """
        data {
          source {
            path = questions.txt, format = csv, encoding = ISO-8859-1, header = false
            columns = [line], delimiter = "", quote = ""
            sql = "SELECT split_part(line, ':', 1) AS label, line FROM source"
          }
          split.stratify = false
          fields.s { kind = text, column = line }
          target { column = label, kind = multiclass }
        }
        """;
    byte[] bytes = first(Files.readAllBytes(sets.resolve("trec/TREC.train")), 500);
    return new DamagedSource(
        "questions.txt", data + text("multiclass"), bytes, Map.of(), Kind.LINES);
  }

  private static DamagedSource patients(Path sets, String name, Kind kind) throws IOException {
    String data =
        """
        data {
          source {
            type = long, path = "%s", names = "*.txt", time = Time, variable = Parameter, value = Value
            statics = [Age, ICUType], series = [HR, Temp], steps = 48, null-values = ["", "-1"]
          }
          fields.s { kind = series, channels = [HR, Temp], missing = forward }
          fields.p { kind = static, numeric = [Age] }
          target { column = ICUType, kind = regression }
        }
        """
            .formatted(name);
    Map<String, byte[]> files = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(
                Files.newInputStream(sets.resolve("physionet2012/set-a.tar.gz"))))) {
      for (TarArchiveEntry entry = tar.getNextEntry();
          entry != null && files.size() < 40;
          entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().endsWith(".txt")) {
          files.put(String.valueOf(Path.of(entry.getName()).getFileName()), tar.readAllBytes());
        }
      }
    }
    byte[] first = files.getOrDefault(FIRST, files.values().iterator().next());
    files.remove(FIRST);
    return new DamagedSource(
        name, data + MODEL.formatted("lstm", "regression"), first, files, kind);
  }

  private static byte[] unzipped(Path path) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      return in.readAllBytes();
    }
  }

  /** Returns the first rows, line ends within quotes counted as such. */
  private static byte[] first(byte[] bytes, int rows) {
    int found = 0;
    boolean quoted = false;
    for (int i = 0; i < bytes.length; i++) {
      quoted ^= bytes[i] == '"' && rows == 500 && bytes[0] == ',';
      if (bytes[i] == '\n' && !quoted && ++found > rows) {
        return Arrays.copyOf(bytes, i + 1);
      }
    }
    return bytes;
  }

  /** Writes the experiment and its damaged file. */
  Written write(Path folder, Damage damage, DamagedFile by) throws IOException {
    Files.writeString(folder.resolve("experiment.conf"), data);
    byte[] text = by.damaged(damage, bytes);
    return switch (kind) {
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

  private Written folder(Path folder, byte[] text) throws IOException {
    Files.createDirectory(folder);
    for (Map.Entry<String, byte[]> file : others.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Files.write(folder.resolve(FIRST), text);
    return new Written(name, others.size() + 1);
  }

  private Written tar(Path path, byte[] text, Damage damage, DamagedFile by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (Map.Entry<String, byte[]> file : others.entrySet()) {
        entry(tar, "set-a/" + file.getKey(), file.getValue());
      }
      boolean leaves = damage == Damage.LINES_TWICE || damage == Damage.BLANK_LINES;
      entry(tar, (leaves ? "../../" : "set-a/") + FIRST, text);
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
