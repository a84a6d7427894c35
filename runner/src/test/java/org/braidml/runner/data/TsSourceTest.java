package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.Golden;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TsSourceTest {

  private static final String HEADER =
      """
      # Two dimensions, two classes.
      @problemName Waves
      @timeStamps false
      @missing true
      @univariate false
      @dimensions 2
      @equalLength false
      @classLabel true calm rough
      @data
      """;
  private static final String ROWS =
      "1,2,3:4,5,6:calm\n\n1.5,?:-2e1,.5:rough\n7:8:calm\n9:NaN:rough\n";
  private static final String SERIES =
      """
      fields.wave { kind = series, channels = [series], scaling = none, observed = true }
      target { kind = binary, column = label }
      """;

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private static String source(String settings) {
    return "source { type = ts, " + settings + " }\n";
  }

  private Table read(String fields) {
    return workspace
        .pipeline()
        .load(workspace.config(source("path = waves.ts") + fields + "split.validation = 0"))
        .table();
  }

  private String refusal(String text) {
    workspace.with("waves.ts", text);
    return workspace.refusal(source("path = waves.ts") + SERIES);
  }

  @Test
  void eachDimensionIsAColumnAndRowsDifferInLength() {
    workspace.with("waves.ts", HEADER + ROWS);
    Table table =
        read(
            """
            fields.wave { kind = series, channels = [dim1, dim2] }
            target { kind = binary, column = label }
            """);
    assertThat(table.names()).containsExactly("dim1", "dim2", "series", "label");
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.column("dim1").get(0)).isEqualTo("[1,2,3]");
    assertThat(table.column("dim1").get(1)).isEqualTo("[1.5,null]");
    assertThat(table.column("dim2").get(1)).isEqualTo("[-2e1,0.5]");
    assertThat(table.column("label").get(1)).isEqualTo("rough");
    assertThat(table.where(1)).isEqualTo("waves.ts:12");
  }

  @Test
  void packedFilesAreTheSame() {
    String fields = "fields.wave { kind = series, channels = [series] }\nsplit.validation = 0";
    workspace.packed("waves.ts.gz", HEADER + ROWS);
    byte[] text = (HEADER + ROWS).getBytes(StandardCharsets.UTF_8);
    workspace.with("waves.ts.zst", Zstd.compress(text));
    for (String name : List.of("waves.ts.gz", "waves.ts.zst")) {
      Table table =
          workspace.pipeline().load(workspace.config(source("path = " + name) + fields)).table();
      assertThat(table.size()).isEqualTo(4);
      assertThat(table.column("series").get(2)).isEqualTo("[[7,8]]");
    }
  }

  @Test
  void oneColumnHoldsAllDimensionsStepByStep() {
    workspace.with("waves.ts", HEADER + ROWS);
    Table table = read(SERIES);
    assertThat(table.column("series").get(0)).isEqualTo("[[1,4],[2,5],[3,6]]");
    assertThat(table.column("series").get(3)).isEqualTo("[[9,null]]");
    PreparedData data =
        workspace.prepare(
            source("path = waves.ts") + SERIES + "split { validation = 0, test = 0 }");
    assertThat(data.train().size()).isEqualTo(4);
  }

  @Test
  void aTestFileIsTheTestSideAndValidationIsDrawnClassByClass() {
    workspace
        .with("waves.ts", HEADER + ROWS.repeat(5))
        .with("later.ts.gz", HEADER + "1:2:rough\n3:4:calm\n");
    PreparedData data =
        workspace.prepare(
            source("path = waves.ts, test = later.ts.gz") + SERIES + "split.validation = 0.2");
    assertThat(data.split().test()).containsExactly(20, 21);
    assertThat(data.validation().target("target")).containsExactlyInAnyOrder(0, 0, 1, 1);
    assertThat(data.train().size()).isEqualTo(16);
    assertThat(data.test().target("target")).containsExactly(1, 0);
  }

  @Test
  void numbersToPredictAndOneDimensionAreRead() {
    workspace.with(
        "waves.ts", "@univariate true\n@targetlabel true\n@DATA\n1,2:0.5\n3,4:1.5\n5,6:?\n");
    Table table =
        read(
            """
            fields.wave { kind = series, channels = [dim1] }
            target { kind = regression, column = label }
            """);
    assertThat(table.names()).containsExactly("dim1", "series", "label");
    assertThat(table.column("label").get(1)).isEqualTo("1.5");
    assertThat(table.column("label").get(2)).isNull();
  }

  @Test
  void commentsInLatin1AreNoFault() {
    workspace.with("waves.ts", "# caf\u00e9\n" + HEADER + ROWS, StandardCharsets.ISO_8859_1);
    assertThat(read(SERIES).size()).isEqualTo(4);
  }

  @Test
  void rowsThatCannotBeReadAreToldWithLineAndValue() throws IOException {
    Golden.matches(
        "data/ts-wrong-rows",
        refusal(HEADER + "1,2:3,4:calm\n1,x:3,4:calm\n1:2\n1:2:clam\n1,2:3:calm\n1;2:3:calm\n5\n"));
  }

  @Test
  void aHeaderThatCannotBeReadIsTold() throws IOException {
    Golden.matches(
        "data/ts-wrong-header",
        refusal("waves\n@timeStamps true\n@univariate\n@dimensions two\n@classLabel yes\n1:2:a\n"));
  }

  @Test
  void aHeaderWithoutRowsAndAMissingFileAreTold() throws IOException {
    Golden.matches("data/ts-no-rows", refusal(HEADER));
    Golden.matches(
        "data/ts-missing-file",
        workspace.refusal(source("path = waves.ts, test = wave.ts") + SERIES));
  }

  @Test
  void aColumnThatIsNotThereIsTold() throws IOException {
    workspace.with("waves.ts", HEADER + ROWS);
    Golden.matches(
        "data/ts-missing-column",
        workspace.refusal(
            source("path = waves.ts")
                + "fields.wave { kind = series, channels = [dim0, dim1] }\n"
                + "target { kind = binary, column = class }\n"));
  }

  @Test
  void theSetsOfTheArchiveAreReadWhole() {
    String data = System.getenv("BRAID_DATA");
    assumeTrue(data != null && !data.isBlank(), "BRAID_DATA names no folder of data sets");
    archive(data, "BasicMotions", 40, 40);
    archive(data, "GunPoint", 50, 150);
    archive(data, "ItalyPowerDemand", 67, 1_029);
    archive(data, "Covid3Month", 140, 61);
    Rows vowels = archive(data, "JapaneseVowels", 270, 370);
    int[] lengths =
        IntStream.range(0, 640)
            .map(row -> vowels.table().column("dim12").textOf(row).split(",", -1).length)
            .toArray();
    assertThat(IntStream.of(lengths).min()).hasValue(7);
    assertThat(IntStream.of(lengths).max()).hasValue(29);
  }

  private Rows archive(String data, String name, long train, long test) {
    String file = data + "/uea/" + name + "/" + name;
    String files = "path = \"" + file + "_TRAIN.ts\", test = \"" + file + "_TEST.ts\"";
    Rows rows = workspace.pipeline().load(workspace.config(source(files)));
    assertThat(rows.given().values()).as(name).containsExactly(train, test);
    assertThat(rows.table().names()).contains("dim1", "label");
    return rows;
  }
}
