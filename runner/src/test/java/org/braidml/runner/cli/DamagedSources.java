package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.braidml.runner.cli.DamagedSource.Kind;

/** Parts of real data sets in each form in which they are read, to be damaged. */
final class DamagedSources {

  private static final String MODEL =
      """
      model { encoders.s { type = %s }, merger { type = concat }, head { type = %s } }
      """;

  private static final String REVIEWS =
      """
      fields {
        s { kind = text, column = "Review Text" }
        c { kind = static, numeric = [Age], category = ["Class Name"] }
      }
      target { column = "Recommended IND", kind = binary, positive = "1" }
      """;

  private static final String BIKE =
      """
      fields.s { kind = static, numeric = [temp, hum], category = [hr, weathersit], dates = [dteday] }
      target { column = cnt, kind = regression }
      """;

  private final Path sets;
  private final byte[] reviews;
  private final byte[] bike;

  private DamagedSources(Path sets) throws IOException {
    this.sets = sets;
    this.reviews = first(unzipped(sets.resolve("womens_clothing/reviews.csv.gz")), 500);
    this.bike = first(Files.readAllBytes(sets.resolve("bike/hour.csv")), 500);
  }

  /** Returns all of them; those whose bad rows may be left out stand once more, as such. */
  static List<DamagedSource> all(Path sets) throws IOException {
    DamagedSources of = new DamagedSources(sets);
    List<DamagedSource> skipping =
        List.of(
            of.reviews("reviews.csv", of.reviews, Kind.CSV),
            of.reviews("reviews.jsonl", of.lines(), Kind.JSONL),
            of.messages(),
            of.parts(),
            of.vowels(),
            of.patients("set", Kind.FOLDER));
    List<DamagedSource> all = new ArrayList<>(skipping);
    skipping.forEach(source -> all.add(source.skipping()));
    all.add(of.hours("hour.csv", Kind.CSV));
    all.add(of.reviews("reviews.csv.gz", of.reviews, Kind.CSV_GZ));
    all.add(of.hours("hour.csv.zst", Kind.CSV_ZST));
    all.add(of.hours("hour.parquet", Kind.PARQUET));
    all.add(of.questions());
    all.add(of.patients("set.tar.gz", Kind.TAR));
    return all;
  }

  private DamagedSource reviews(String name, byte[] bytes, Kind kind) {
    return file(name, REVIEWS, text("binary"), bytes, Map.of(), kind);
  }

  private DamagedSource hours(String name, Kind kind) {
    return file(name, BIKE, MODEL.formatted("mlp", "regression"), bike, Map.of(), kind);
  }

  private static String text(String head) {
    return "model.inputs.s { type = embedding, size = 4 }\n" + MODEL.formatted("lstm", head);
  }

  private static DamagedSource file(
      String name, String data, String model, byte[] bytes, Map<String, byte[]> others, Kind kind) {
    String source = "data {\nsource { path = \"" + name + "\" }\n" + data + "}\n";
    return new DamagedSource(name, source + model, bytes, others, kind, false);
  }

  /** The same rows as lines of JSON, numbers as numbers. */
  private byte[] lines() throws IOException {
    Path folder = Files.createTempDirectory("damages");
    Path csv = Files.write(folder.resolve("whole.csv"), reviews);
    Path json = folder.resolve("whole.jsonl");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', header = true)) TO '%s' (FORMAT json)"
              .formatted(csv, json));
      return Files.readAllBytes(json);
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(json);
      Files.delete(csv);
      Files.delete(folder);
    }
  }

  /** Values between tabs, whose quotes are text. */
  private DamagedSource messages() throws IOException {
    String data =
        """
        data {
          source { path = messages.tsv, header = false, columns = [label, message] }
          fields.s { kind = text, column = message }
          target { column = label, kind = binary, positive = spam }
        }
        """;
    byte[] bytes = first(Files.readAllBytes(sets.resolve("smsspam/SMSSpamCollection")), 500);
    return new DamagedSource(
        "messages.tsv", data + text("binary"), bytes, Map.of(), Kind.TSV, false);
  }

  /** Three files of one name with an asterisk. */
  private DamagedSource parts() {
    Map<String, byte[]> others =
        Map.of("part-1.csv", first(bike, 200), "part-3.csv", first(bike, 100));
    return file("part-*.csv", BIKE, MODEL.formatted("mlp", "regression"), bike, others, Kind.PARTS);
  }

  private DamagedSource vowels() throws IOException {
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
    return new DamagedSource("vowels.ts", data + model, bytes, Map.of(), Kind.TS, false);
  }

  private DamagedSource questions() throws IOException {
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
        "questions.txt", data + text("multiclass"), bytes, Map.of(), Kind.LINES, false);
  }

  private DamagedSource patients(String name, Kind kind) throws IOException {
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
    String damaged = DamagedSource.PATIENT;
    byte[] first = files.getOrDefault(damaged, files.values().iterator().next());
    files.remove(damaged);
    return new DamagedSource(
        name, data + MODEL.formatted("lstm", "regression"), first, files, kind, false);
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
}
