package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.source.Sources;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New rows are read as the rows of training were. */
final class PredictionSourceTest {

  @TempDir Path folder;

  private Table read(String trained, String file) {
    SourceConfig source =
        new Workspace(folder)
            .config("source " + trained + "\nfields.t { kind = text, column = text }")
            .source();
    Problems problems = new Problems();
    Rows rows =
        Sources.read(
                FileSourceConfig.like(source, file),
                folder,
                Set.of("text"),
                (names, from) -> {},
                problems)
            .orElseThrow(() -> new AssertionError("refused"));
    return rows.table();
  }

  @Test
  void aFileOfTheSameFormatIsReadInTheDialectOfTraining() {
    new Workspace(folder).with("new.csv", "n;text\n1;caf\u00e9\n", StandardCharsets.ISO_8859_1);
    Table table = read("{ path = old.csv.gz, delimiter = \";\", encoding = latin1 }", "new.csv");
    assertThat(table.column("text").get(0)).isEqualTo("caf\u00e9");
  }

  @Test
  void aFileWithoutAHeaderIsFollowedByOthersWithout() {
    new Workspace(folder).with("new.tsv", "x\t1\n");
    Table table = read("{ path = old.tab, header = false, columns = [text, n] }", "new.tsv");
    assertThat(table.column("text").get(0)).isEqualTo("x");
  }

  @Test
  void whatMeantMissingInTrainingMeansMissing() {
    new Workspace(folder)
        .with("new.csv", "text,n\nNA,1\n")
        .with("new.jsonl", "{\"text\": \"NA\", \"n\": 1}\n");
    String trained = "{ path = old.csv, delimiter = \",\", null-values = [\"\", \"NA\"] }";
    assertThat(read(trained, "new.csv").column("text").get(0)).isNull();
    assertThat(read(trained, "new.jsonl").column("text").get(0)).isNull();
  }

  @Test
  void aFileOfAnotherFormatIsReadByItsName() {
    new Workspace(folder).with("new.tsv", "text\tn\na;b\t1\n");
    Table table = read("{ path = old.csv, delimiter = \";\" }", "new.tsv");
    assertThat(table.column("text").get(0)).isEqualTo("a;b");
  }

  @Test
  void theQueryOfTrainingIsAskedOfNewRowsToo() {
    new Workspace(folder)
        .with("new.csv", "n,text\n1,x\n2,y\n")
        .with("new.jsonl", "{\"n\": 3, \"text\": \"z\"}\n");
    String trained = "{ path = old.csv, sql = \"SELECT text || n AS text FROM source\" }";
    assertThat(read(trained, "new.csv").column("text").get(1)).isEqualTo("y2");
    assertThat(read(trained, "new.jsonl").column("text").get(0)).isEqualTo("z3");
  }
}
