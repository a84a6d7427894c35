package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where rows are left out and where they are not: beside queries and the files that they join,
 * values of steps and weights. What is not left out is refused: nothing is lost without a word.
 */
final class SkipLimitsTest {

  private static final String HEADER = "review,age,segment,label\n";
  private static final String STEPS =
      """
      source { path = rows.csv, on-bad-row = skip }
      split { validation = 0, test = 0 }
      fields.words { kind = text, column = words, min-count = 1 }
      target { kind = per-step-regression, column = due, field = words }
      """;

  @TempDir private Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private static String good() {
    return String.join(
        "",
        IntStream.range(0, 20)
            .mapToObj(row -> "w%d two,%d,s%d,%d\n".formatted(row % 5, row, row % 3, row % 2))
            .toList());
  }

  private static String queried(String sql) {
    return "source { path = rows.csv, on-bad-row = skip, tables.other = other.csv\n"
        + "sql = \"\"\""
        + sql
        + "\"\"\" }\n"
        + Workspace.REVIEWS;
  }

  @Test
  void aRecordOfAJoinedFileIsNeverLeftOut() throws IOException {
    workspace
        .with("rows.csv", HEADER + good())
        .with("other.csv", "segment,name\ns0,zero\ns1\ns2,two\n");
    Golden.matches(
        "data/skip-joined",
        workspace.refusal(queried("SELECT * FROM source JOIN other USING (segment)")));
  }

  @Test
  void aRowOfTheResultIsLeftOutForAValueThatCameFromAJoinedFile() {
    PreparedData data =
        workspace
            .with("rows.csv", HEADER + good())
            .with("other.csv", "row,older\n0,1\n1,many\n2,3\n")
            .prepare(
                queried(
                    "SELECT s.* REPLACE (coalesce(older, age) AS age) FROM source s"
                        + " LEFT JOIN other ON \"row\" = age ORDER BY s.age::INTEGER"));
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow(
                "rows.csv, row 2 of the result of sql", "age", "many", "no number of 32 bits"));
  }

  @Test
  void recordsAreLeftOutBeforeAQueryCountsThem() {
    PreparedData data =
        workspace
            .with("rows.csv", HEADER + "too,few\n" + good())
            .with("other.csv", "x\n1\n")
            .prepare(
                queried(
                    "SELECT * REPLACE (row_number() OVER () AS age) FROM source"
                        + " QUALIFY row_number() OVER () < 20"));
    assertThat(data.refused()).extracting(RefusedRow::where).containsExactly("rows.csv:2");
    assertThat(data.train().size() + data.validation().size() + data.test().size()).isEqualTo(19);
  }

  @Test
  void whatAQueryCannotComputeIsRefused() {
    workspace.with("rows.csv", HEADER + good() + "x,many,s1,1\n").with("other.csv", "x\n1\n");
    assertThat(workspace.refusal(queried("SELECT * REPLACE (age::INTEGER + 1 AS age) FROM source")))
        .contains("data.source.sql: the query over rows.csv is refused")
        .contains("many");
  }

  @Test
  void aRowWithAStepThatIsNoNumberIsLeftOut() {
    PreparedData data =
        workspace
            .with("rows.csv", "words,due\na b,1 2\na b,1 soon\nb,3\na,1e39\nb a,\"[5, null]\"\n")
            .prepare(STEPS);
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow("rows.csv:3", "due", "1 soon", "\"soon\" is no number of 32 bits"),
            new RefusedRow("rows.csv:5", "due", "1e39", "\"1e39\" is no number of 32 bits"));
    assertThat(data.train().size()).isEqualTo(3);
  }

  @Test
  void aRowWithAStepThatHasNoLogarithmIsLeftOut() {
    PreparedData data =
        workspace
            .with("rows.csv", "words,due\na b,1 2\na b,1 -2\nb,3\n")
            .prepare(STEPS + "target.scaling = log1p");
    assertThat(data.refused()).extracting(RefusedRow::where).containsExactly("rows.csv:3");
  }

  @Test
  void stepsThatAreNotAsManyAsTheirValuesAreRefused() {
    workspace.with("rows.csv", "words,due\na b,1 2\na b,1\nb,3\n");
    assertThat(workspace.refusal(STEPS))
        .contains("has not one value for each step of the field \"words\": 1 values for 2 steps")
        .contains("rows.csv:3");
  }

  @Test
  void aTrainingRowWithoutAWeightIsRefused() {
    workspace.with("rows.csv", HEADER + good() + "x,,s1,1\n");
    assertThat(
            workspace.refusal(
                "source { path = rows.csv, on-bad-row = skip }\nweight = age\n"
                    + "split { validation = 0, test = 0 }\n"
                    + Workspace.REVIEWS))
        .contains("data.weight = \"age\": the column is missing in a training row")
        .contains("rows.csv:22");
  }

  @Test
  void aLineOfJsonThatIsNoObjectIsLeftOutAsARecord() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 20; row++) {
      rows.append(
          "{\"review\": \"w%d\", \"age\": %d, \"segment\": \"s\", \"label\": %d}\n"
              .formatted(row % 5, row, row % 2));
    }
    String skip = "source { path = rows.jsonl, on-bad-row = skip }\n" + Workspace.REVIEWS;
    for (String line : new String[] {"[1, 2]", "7", "\"text\"", "null", "true"}) {
      PreparedData data = workspace.with("rows.jsonl", rows + line + "\n").prepare(skip);
      assertThat(data.refused())
          .as(line)
          .containsExactly(new RefusedRow("rows.jsonl:21", "", line, "not a JSON object: " + line));
    }
  }
}
