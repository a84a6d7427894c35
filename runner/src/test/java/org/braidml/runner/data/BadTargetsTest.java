package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows a target has left out, and which not. */
class BadTargetsTest {

  private static final String SKIP = "source { path = rows.csv, on-bad-row = skip }\n";
  private static final String FAIL = "source { path = rows.csv }\n";

  @TempDir private Path folder;

  private PreparedData prepared(String rows, String config) {
    return new Workspace(folder).with("rows.csv", rows).prepare(config);
  }

  private static int rows(PreparedData data) {
    return data.train().size() + data.validation().size() + data.test().size();
  }

  @Test
  void aRowWithoutLabelsIsKept() {
    String rows = "x,topics\n" + "1,a b\n2,\n3,b\n4,a\n".repeat(10);
    String rest =
        """
        fields.x { kind = static, numeric = [x] }
        target { kind = multilabel, column = topics, delimiter = " " }
        """;
    PreparedData data = prepared(rows, SKIP + rest);
    assertThat(data.refused()).isEmpty();
    assertThat(rows(data)).isEqualTo(rows(prepared(rows, FAIL + rest))).isEqualTo(40);
  }

  @Test
  void columnsOfTruthsMustHoldTruths() {
    String rows =
        "x,red,blue\n" + "1,yes,no\n2,no,yes\n".repeat(10) + "3,yes,maybe\n4,,no\n5,no, \n";
    PreparedData data =
        prepared(
            rows,
            SKIP
                + """
                fields.x { kind = static, numeric = [x] }
                target { kind = multilabel, columns = [red, blue] }
                """);
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow("rows.csv:22", "blue", "maybe", "neither true nor false"),
            new RefusedRow("rows.csv:23", "red", "", "missing"),
            new RefusedRow("rows.csv:24", "blue", " ", "missing"));
    assertThat(rows(data)).isEqualTo(20);
  }

  @Test
  void aBlankIsNoNumber() {
    String rows = "x,y\n" + "1,10\n2,20\n".repeat(10) + "3, \n4,\n5,NA\n";
    for (String kind : new String[] {"regression", "count"}) {
      String nulls = "source.null-values = [NA]\n";
      String rest =
          nulls
              + "fields.x { kind = static, numeric = [x] }\ntarget { kind = %s, column = y }\n"
                  .formatted(kind);
      PreparedData data = prepared(rows, SKIP + rest);
      assertThat(data.refused())
          .as(kind)
          .containsExactly(
              new RefusedRow("rows.csv:22", "y", " ", "missing"),
              new RefusedRow("rows.csv:23", "y", "", "missing"),
              new RefusedRow("rows.csv:24", "y", "", "missing"));
      assertThat(new Workspace(folder).refusal(FAIL + rest))
          .as(kind)
          .contains("column \"y\" is missing in a row, and in 2 more")
          .contains("rows.csv:22")
          .contains("WHERE trim(\"y\") <> ''");
    }
  }
}
