package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.FileFormat;
import org.braidml.runner.data.config.OnBadRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read without DuckDB is what DuckDB reads. */
class PlainFileTest {

  private static final List<String> VALUES =
      List.of("", "a", "NA", "\u00e9\u4e2d", " x ", "1.5", "'", "\t");
  private static final List<String> IN_QUOTES =
      List.of("", "a", "NA", "b,c;d", "say \"\"hi\"\"", "two\nlines", "\"\"", "\u00e9");

  /** Faults, and what is none and yet not usual. */
  private static final List<String> STRANGE =
      List.of(
          "\r", "\"", "\n", "\n\n", ",", "\u0000", "\u0001", "x\"y", "\"a\"b", "\r\n", "\"\r\"",
          "\uFFFD", "\uFEFF");

  @TempDir Path folder;

  @Test
  void theRowsAreThoseOfDuckDb() throws IOException {
    int usual = 0;
    int refused = 0;
    for (long seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      boolean header = random.nextInt(3) > 0;
      boolean quoted = random.nextInt(4) > 0;
      byte[] bytes = rows(random, quoted).getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(8) == 0) {
        bytes[random.nextInt(bytes.length)] = (byte) (128 + random.nextInt(128));
      }
      Path path = Files.write(folder.resolve("rows.csv"), bytes);
      Dialect dialect = dialect(header, quoted);
      Set<String> wanted = random.nextBoolean() ? Set.of("b", "column2") : Set.of();
      Optional<Table> fast = plain(path, dialect, wanted);
      if (fast.isPresent()) {
        usual++;
        assertSame(fast.get(), byDuckDb(path, dialect, wanted), "seed " + seed);
      } else {
        refused++;
      }
    }
    assertThat(usual).isGreaterThan(80);
    assertThat(refused).isGreaterThan(40);
  }

  private static Dialect dialect(boolean header, boolean quoted) {
    return new Dialect(
        FileFormat.CSV,
        ",",
        quoted ? "\"" : "",
        header,
        List.of(),
        StandardCharsets.UTF_8,
        List.of("", "NA"));
  }

  private static String rows(Random random, boolean quoted) {
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    StringBuilder rows = new StringBuilder("a,b,c" + end);
    int count = random.nextInt(12);
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < 3; column++) {
        rows.append(column == 0 ? "" : ",").append(value(random, quoted));
      }
      rows.append(row == count - 1 && random.nextBoolean() ? "" : end);
    }
    if (random.nextInt(3) == 0) {
      rows.insert(random.nextInt(rows.length() + 1), STRANGE.get(random.nextInt(STRANGE.size())));
    }
    return rows.toString();
  }

  private static String value(Random random, boolean quoted) {
    return quoted && random.nextInt(3) == 0
        ? '"' + IN_QUOTES.get(random.nextInt(IN_QUOTES.size())) + '"'
        : VALUES.get(random.nextInt(VALUES.size()));
  }

  @Test
  void recordsThatLieAcrossTheEdgeOfWhatIsReadAtOnceAreWhole() throws IOException {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("a,b\n");
    while (rows.length() < 5_000_000) {
      rows.append('"').append("x\u00e9\"\"".repeat(random.nextInt(60_000))).append("\",y\n");
    }
    Path path = Files.writeString(folder.resolve("rows.csv"), rows);
    Dialect dialect = dialect(true, true);
    Table fast = plain(path, dialect, Set.of()).orElseThrow();
    assertSame(fast, byDuckDb(path, dialect, Set.of()), "long records");
    Files.writeString(path, rows + "x".repeat(1_200_000) + ",y\n");
    assertThat(plain(path, dialect, Set.of())).as("a record beyond all measure").isEmpty();
  }

  private static FileRead read(Path path, Dialect dialect) {
    return new FileRead(
        new TextFile(path, dialect.charset()),
        dialect,
        new Query(Optional.empty(), "train", new TreeMap<>()),
        new FileProblems("data.source.path", "rows.csv", path, new Problems(), OnBadRow.FAIL));
  }

  /** Empty, too, where the names cannot be read. */
  private static Optional<Table> plain(Path path, Dialect dialect, Set<String> wanted) {
    try {
      return read(path, dialect).plainRows(path, wanted);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Table byDuckDb(Path path, Dialect dialect, Set<String> wanted) throws IOException {
    TextFile file = new TextFile(path, dialect.charset());
    if (file.isPlain(dialect.quoted())) {
      return read(path, dialect).rows(path, wanted).orElseThrow();
    }
    Path copy = file.plain(dialect.header(), dialect.quoted(), new BitSet());
    try {
      return read(path, dialect).rows(copy, wanted).orElseThrow();
    } finally {
      Files.delete(copy);
    }
  }

  private static void assertSame(Table one, Table other, String name) {
    assertThat(one.names()).as(name).isEqualTo(other.names());
    assertThat(one.size()).as(name).isEqualTo(other.size());
    for (String column : one.names()) {
      assertThat(isRead(one, column)).as(name).isEqualTo(isRead(other, column));
      for (int row = 0; isRead(one, column) && row < one.size(); row++) {
        assertThat(one.column(column).get(row))
            .as("%s, %s of row %d", name, column, row)
            .isEqualTo(other.column(column).get(row));
      }
    }
    for (int row = 0; row < one.size(); row++) {
      assertThat(one.where(row)).as(name).isEqualTo(other.where(row));
    }
  }

  private static boolean isRead(Table table, String column) {
    try {
      return table.column(column).size() == table.size();
    } catch (IllegalArgumentException e) {
      return false; // not wanted
    }
  }
}
