package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.data.source.SourceFiles;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that has this very name is meant, whatever its characters mean in patterns. */
final class FileNamesTest {

  private static final List<String> UNUSUAL =
      List.of("a[1]", "a[12", "a]", "{a,b}", "a*", "what?", "[!a]*");

  @TempDir private Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    assumeThat(File.separatorChar).as("other systems have no such names").isEqualTo('/');
    workspace = new Workspace(folder);
  }

  private List<String> texts(String file) {
    String source = "source { path = \"%s\" }\nfields.t { kind = text, column = text }\n";
    Table table = workspace.pipeline().load(workspace.config(source.formatted(file))).table();
    return IntStream.range(0, table.size()).mapToObj(table.column("text")::textOf).toList();
  }

  private static void parquet(Path file, String text) throws IOException {
    Path usual = file.resolveSibling("usual.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("COPY (SELECT '" + text + "' AS text) TO '" + usual + "' (FORMAT parquet)");
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Files.move(usual, file);
  }

  @Test
  void itIsReadThoughOthersFitItAsAPattern() throws IOException {
    workspace.with("a1.csv", "text\nother\n").with("a1.jsonl", "{\"text\": \"other\"}\n");
    parquet(folder.resolve("a1.parquet"), "other");
    for (String name : UNUSUAL) {
      workspace
          .with(name + ".csv", "text\nmeant\n")
          .with(name + ".tsv", "text\nmeant\n")
          .with(name + ".jsonl", "{\"text\": \"meant\"}\n");
      parquet(folder.resolve(name + ".parquet"), "meant");
      for (String ending : List.of(".csv", ".tsv", ".jsonl", ".parquet")) {
        assertThat(texts(name + ending)).as(name + ending).containsExactly("meant");
      }
    }
  }

  @Test
  void soItIsInAFolderWithSuchAName() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("[set] 1"));
    Files.createDirectory(folder.resolve("s 1"));
    Files.writeString(inside.resolve("a.jsonl"), "{\"text\": \"meant\"}\n");
    parquet(inside.resolve("a.parquet"), "meant");
    assertThat(texts("[set] 1/a.jsonl")).containsExactly("meant");
    assertThat(texts("[set] 1/a.parquet")).containsExactly("meant");
    assertThat(texts("[set] 1/*.parquet")).containsExactly("meant");
  }

  @Test
  void bracketsAndBracesOfAPatternStandForThemselves() {
    workspace
        .with("a[1]-1.csv", "text\none\n")
        .with("a[1]-2.csv", "text\ntwo\n")
        .with("a1-1.csv", "text\nother\n")
        .with("{b}1.csv", "text\nthree\n")
        .with("b1.csv", "text\nother\n");
    assertThat(texts("a[1]-*.csv")).containsExactly("one", "two");
    assertThat(texts("{b}?.csv")).containsExactly("three");
    assertThat(texts("a?-*.csv")).containsExactly("other");
  }

  @Test
  void itAloneIsSummedForTheRecordsOfARun() {
    workspace.with("a*.csv", "text\nmeant\n").with("ab.csv", "text\nother\n");
    assertThat(SourceFiles.matching(folder.resolve("a*.csv").toString())).isEmpty();
    assertThat(SourceFiles.matching(folder.resolve("ab*.csv").toString()))
        .containsExactly(folder.resolve("ab.csv"));
  }
}
