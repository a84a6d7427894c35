package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.braidml.runner.Golden;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingTest {

  private static final String FIELDS =
      "fields { t { kind = text, column = text }, n { kind = static, numeric = [n] } }\n";

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private Table read(String source) {
    return workspace.pipeline().load(workspace.config("source " + source + "\n" + FIELDS)).table();
  }

  private static String[] texts(Table table) {
    return IntStream.range(0, table.size())
        .mapToObj(table.column("text")::textOf)
        .toArray(String[]::new);
  }

  @Test
  void quotesAndNewlinesBelongToTheirValue() {
    workspace.with("a.csv", "text,n\r\n\"say \"\"hi\"\",\r\nyou\",1\r\n\r\nplain,\r\n\"\",3\r\n");
    Table table = read("= a.csv");
    assertThat(texts(table)).containsExactly("say \"hi\",\r\nyou", "plain", "");
    assertThat(table.column("n").get(1)).isNull();
    assertThat(table.where(0)).isEqualTo("a.csv:2");
    assertThat(table.where(1)).isEqualTo("a.csv:5");
    assertThat(table.where(2)).isEqualTo("a.csv:6");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() {
    workspace.with("a.csv", "\uFEFFtext,n\nx,1\n");
    assertThat(read("= a.csv").names()).containsExactly("text", "n");
  }

  @Test
  void blankLinesBeforeTheHeaderAreNoRows() {
    workspace.with("a.csv", "\r\n\ntext,n\nx,1\n\ny,2\n").with("b.csv", "\nx,1\n");
    Table table = read("= a.csv");
    assertThat(texts(table)).containsExactly("x", "y");
    assertThat(table.where(0)).isEqualTo("a.csv:4");
    assertThat(texts(read("{ path = b.csv, header = false, columns = [text, n] }")))
        .containsExactly("x");
  }

  @Test
  void packedFilesAreUnpackedWhateverTheirName() {
    workspace.packed("a.csv.gz", "text,n\nx,1\n").packed("b.csv", "text,n\ny,2\n");
    assertThat(texts(read("= a.csv.gz"))).containsExactly("x");
    assertThat(texts(read("= b.csv"))).containsExactly("y");
  }

  @Test
  void quotesAreTextInTabSeparatedFiles() {
    workspace.with("a.tsv", "say \"hi\t1\n\"x\" y\t2\n");
    Table table = read("{ path = a.tsv, header = false, columns = [text, n] }");
    assertThat(texts(table)).containsExactly("say \"hi", "\"x\" y");
  }

  @Test
  void jsonLinesGiveTextsNumbersAndArrays() {
    workspace.with(
        "a.jsonl",
        "{\"text\": \"a\\nb\", \"n\": 1.5}\n\n{\"n\": null}\n{\"text\": [1, 2], \"o\": true}\n");
    Table table = read("= a.jsonl");
    assertThat(table.names()).containsExactly("text", "n", "o");
    assertThat(texts(table)).containsExactly("a\nb", "", "[1,2]");
    assertThat(table.column("n").get(0)).isEqualTo("1.5");
    assertThat(table.column("n").get(1)).isNull();
    assertThat(table.where(2)).isEqualTo("a.jsonl:4");
  }

  @Test
  void otherCharacterSetsAreReadWhenNamed() {
    workspace.with("a.csv", "text,n\ncaf\u00e9,1\n", StandardCharsets.ISO_8859_1);
    assertThat(texts(read("{ path = a.csv, encoding = latin1 }"))).containsExactly("caf\u00e9");
  }

  @Test
  void wholeLinesCanBeCutByAQuery() {
    workspace.with("a.txt", "NUM:dist How far, \"then\"?\nLOC:city Where?\n");
    Table table =
        read(
            """
            {
              path = a.txt, header = false, columns = [line], delimiter = "", quote = ""
              sql = "SELECT substr(line, strpos(line, ' ') + 1) AS text, length(line) AS n FROM source"
            }""");
    assertThat(texts(table)).containsExactly("How far, \"then\"?", "Where?");
    assertThat(table.column("n").get(1)).isEqualTo("15");
  }

  @Test
  void blankLinesOfAFileOfOneColumnAreRowsOfAnEmptyValue() {
    workspace.with("a.txt", "\nTo be,\r\n\r\n\"or\" not\n\n");
    String lines = "path = a.txt, header = false, delimiter = \"\", quote = \"\"";
    Table table =
        workspace
            .pipeline()
            .load(
                workspace.config(
                    "source { "
                        + lines
                        + ", columns = [text] }\nfields.t { kind = text, column = text }"))
            .table();
    assertThat(texts(table)).containsExactly("", "To be,", "", "\"or\" not", "");
    assertThat(table.where(1)).isEqualTo("a.txt:2");
    assertThat(table.where(3)).isEqualTo("a.txt:4");
    workspace.with("b.csv", "\ntext\nx\n\n\"\"\ny");
    Table named =
        workspace
            .pipeline()
            .load(workspace.config("source = b.csv\nfields.t { kind = text, column = text }"))
            .table();
    assertThat(texts(named)).containsExactly("x", "", "", "y");
    assertThat(named.where(3)).isEqualTo("b.csv:6");
  }

  @Test
  void aQueryKnowsTheNameOfItsFile() {
    workspace.with("x-1.csv", "t\na\n").with("x-2.csv", "t\nb\n");
    Table table =
        read(
            "{ path = \"x-*.csv\", sql = \"SELECT t AS text, (SELECT name FROM file) AS n FROM source\" }");
    assertThat(texts(table)).containsExactly("a", "b");
    assertThat(table.column("n").get(1)).isEqualTo("x-2.csv");
  }

  @Test
  void namesOfColumnsKeepTheirCaseAndNullValuesAreMissing() {
    workspace.with("a.csv", "TEXT,text,n\nx,NA,?\n");
    Table table = read("{ path = a.csv, null-values = [\"NA\", \"?\"] }");
    assertThat(table.column("text").get(0)).isNull();
    assertThat(table.column("n").get(0)).isNull();
  }

  @Test
  void theClothingReviewsAreReadWhole() {
    String data = System.getenv("BRAID_DATA");
    assumeTrue(data != null && !data.isBlank(), "BRAID_DATA names no folder of data sets");
    String path = data + "/womens_clothing/reviews.csv.gz";
    var config =
        workspace.config(
            "source = \"" + path + "\"\nfields.t { kind = text, column = \"Review Text\" }");
    Table table = workspace.pipeline().load(config).table();
    assertThat(table.size()).isEqualTo(23_486);
    assertThat(IntStream.range(0, table.size()).filter(r -> empty(table, r)).count())
        .isEqualTo(845);
  }

  private static boolean empty(Table table, int row) {
    return table.column("Review Text").textOf(row).isEmpty();
  }

  @Test
  void filesPackedByZstdAreUnpacked() {
    byte[] packed = Zstd.compress("text,n\nx,1\n".getBytes(StandardCharsets.UTF_8));
    workspace.with("a.csv.zst", packed);
    assertThat(texts(read("= a.csv.zst"))).containsExactly("x");
  }

  @Test
  void allFilesThatANameFitsAreReadInOrderOfTheirNames() {
    workspace
        .with("part-2.csv", "text,n\nz,3\n")
        .with("part-1.csv", "n,text\n1,x\n2,y\n")
        .with("other.csv", "text,n\no,9\n");
    Table table = read("= \"part-*.csv\"");
    assertThat(texts(table)).containsExactly("x", "y", "z");
    assertThat(table.where(2)).isEqualTo("part-2.csv:2");
    assertThat(workspace.refusal("source = \"none-*.csv\"\n" + FIELDS))
        .contains("no file has such a name in <folder>");
  }

  @Test
  void linksToFilesFitANameAndFoldersThatWouldNotBeReadAreTold() throws IOException {
    workspace.with("other.csv", "text,n\no,9\n");
    Files.createSymbolicLink(folder.resolve("part-1.csv"), folder.resolve("other.csv"));
    assertThat(texts(read("= \"part-*.csv\""))).containsExactly("o");
    Files.createDirectory(folder.resolve("part-2.csv"));
    Files.createSymbolicLink(folder.resolve("part-3.csv"), Path.of("gone.csv"));
    Golden.matches("data/no-files", workspace.refusal("source = \"part-*.csv\"\n" + FIELDS));
  }

  @Test
  void parquetIsReadPackedOrNotAndItsListsAreSeries() throws IOException, SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 'it''s' AS text, 1.5 AS n, [1.0, NULL, 3.0] AS s, DATE '2012-07-01' AS d"
              + " UNION ALL SELECT NULL, 2, [], NULL) TO '"
              + folder.resolve("a.parquet")
              + "' (FORMAT parquet, COMPRESSION zstd)");
    }
    Table table =
        workspace
            .pipeline()
            .load(
                workspace.config(
                    "source = a.parquet\n"
                        + FIELDS
                        + "fields.s { kind = series, channels = [s] }\n"
                        + "fields.d { kind = static, dates = [d] }\n"))
            .table();
    assertThat(texts(table)).containsExactly("it's", "");
    assertThat(table.column("n").get(0)).isEqualTo("1.5");
    assertThat(table.column("s").get(0)).isEqualTo("[1.0,null,3.0]");
    assertThat(table.column("d").get(0)).isEqualTo("2012-07-01");
    assertThat(table.where(1)).isEqualTo("a.parquet, row 2");
    assertThat(texts(read("{ path = a.parquet, sql = \"SELECT * FROM source WHERE n = '1.5'\" }")))
        .containsExactly("it's");
    byte[] bytes = Files.readAllBytes(folder.resolve("a.parquet"));
    workspace.with("b.parquet.zst", Zstd.compress(bytes));
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.parquet.gz")))) {
      out.write(bytes);
    }
    assertThat(texts(read("= b.parquet.zst"))).containsExactly("it's", "");
    assertThat(texts(read("= c.parquet.gz"))).containsExactly("it's", "");
  }

  @Test
  void whatIsNoParquetIsRefused() {
    workspace.with("a.parquet", "text,n\nx,1\n");
    assertThat(workspace.refusal("source = a.parquet\n" + FIELDS)).contains("cannot be read");
  }
}
