package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.braidml.runner.data.fit.FittedTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of which a part would be lost are refused: what begins as a JSON array is one. */
final class BrokenListsTest {

  private static final String GOOD = "1,\"[\"\"a\"\",\"\"b\"\"]\"\n2,b\n3,\n4,a\n".repeat(5);
  private static final String CUT = "5,\"[\"\"a\"\",\"\"b\"\n";
  private static final String MORE = "6,\"[\"\"a\"\"][\"\"b\"\"]\"\n";
  private static final String JUNK = "7,\"[\"\"a\"\"] b\"\n";
  private static final String NESTED = "8,\"[\"\"a\"\",[\"\"b\"\"]]\"\n";

  private static final String LABELS =
      """
      fields.x { kind = static, numeric = [x] }
      target { kind = multilabel, column = y, delimiter = " " }
      """;

  @TempDir private Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private String refusal(String rows, String rest) {
    return workspace.with("rows.csv", rows).refusal("source = rows.csv\n" + rest);
  }

  @Test
  void labelsOfABrokenListAreRefusedWithPlaceAndValue() {
    assertThat(refusal("x,y\n" + GOOD + CUT, LABELS))
        .contains("column \"y\" holds \"[\"a\",\"b\", which begins as a JSON array and is not one")
        .contains("at rows.csv:22");
    assertThat(refusal("x,y\n" + GOOD + MORE + JUNK, LABELS))
        .contains("column \"y\" holds \"[\"a\"][\"b\"]\", which begins as a JSON array")
        .contains("and is not one, and 1 more row is like it")
        .contains("at rows.csv:22");
    assertThat(refusal("x,y\n" + GOOD + NESTED, LABELS))
        .contains("column \"y\" holds \"[\"a\",[\"b\"]]\", where [\"b\"] is no single value")
        .contains("at rows.csv:22");
  }

  @Test
  void rowsOfBrokenListsAreLeftOutWhereThatIsAsked() {
    String skip = "source { path = rows.csv, on-bad-row = skip }\n";
    PreparedData data =
        workspace
            .with("rows.csv", "x,y\n" + GOOD + CUT + MORE + JUNK + NESTED)
            .prepare(skip + LABELS);
    assertThat(data.refused())
        .extracting(RefusedRow::where)
        .containsExactly("rows.csv:22", "rows.csv:23", "rows.csv:24", "rows.csv:25");
  }

  @Test
  void valuesOfStepsAreRefusedToo() {
    String words = "fields.words { kind = text, column = words, min-count = 1 }\n";
    for (String kind : new String[] {"multiclass", "binary", "regression"}) {
      String target = "target { kind = per-step-%s, column = y, field = words }".formatted(kind);
      assertThat(refusal("words,y\na b,1 2\na,2\na b,\"[1,2][3]\"\n", words + target))
          .as(kind)
          .contains("column \"y\" holds \"[1,2][3]\", which begins as a JSON array")
          .contains("at rows.csv:4");
    }
  }

  @Test
  void wordsInBracketsAreNoArrays() {
    PreparedData data =
        workspace
            .with("rows.csv", "x,y\n" + "1,[new] b\n2,b\n3,[new]\n4,\n".repeat(5))
            .prepare("source = rows.csv\n" + LABELS);
    assertThat(data.features().targets().values())
        .extracting(FittedTarget::classes)
        .containsExactly(List.of("[new]", "b"));
  }

  @Test
  void twoObjectsOfOneLineAreToldWithTheirLine() {
    String line = "{\"x\": 1, \"y\": \"a\"}";
    workspace.with("rows.jsonl", line + "\n" + line + " " + line + "\n");
    assertThat(workspace.refusal("source = rows.jsonl\n" + LABELS))
        .contains("not JSON, from character")
        .contains("at rows.jsonl:2");
  }
}
