package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows the numbers of series and vectors have left out, and which not. */
class BadSeriesTest {

  private static final String NO_LOGARITHM = "-1 or less, so that 1 + x has no logarithm";

  @TempDir private Path folder;

  private PreparedData skipped(String rows, String field) {
    return new Workspace(folder)
        .with("rows.csv", rows)
        .prepare(
            "source { path = rows.csv, on-bad-row = skip }\n"
                + field
                + "\ntarget { kind = regression, column = y }\n");
  }

  private static int rows(PreparedData data) {
    return data.train().size() + data.validation().size() + data.test().size();
  }

  @Test
  void vectorsHoldNumbers() {
    String rows =
        "v,y\n"
            + "\"[[1,2],[3,4]]\",1\n\"[[5,6]]\",2\n".repeat(10)
            + "\"[[1,\"\"x\"\"]]\",1\n\"[[1,2\",1\n";
    PreparedData data = skipped(rows, "fields.v { kind = vectors, column = v }");
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow("rows.csv:22", "v", "[[1,\"x\"]]", "\"x\" is no number of 32 bits"),
            new RefusedRow("rows.csv:23", "v", "[[1,2", "\"[[1,2\" is no number of 32 bits"));
    assertThat(rows(data)).isEqualTo(20);
  }

  @Test
  void numbersOfASeriesHaveLogarithmsWhereTheyAreTaken() {
    String rows = "s,y\n" + "0;1;2,1\n3;;5,2\n".repeat(10) + "1;-1;2,1\n-0.5;2;-7,1\n";
    String field = "fields.s { kind = series, channels = [s], delimiter = \";\", scaling = %s }";
    PreparedData data = skipped(rows, field.formatted("log1p"));
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow("rows.csv:22", "s", "1;-1;2", NO_LOGARITHM),
            new RefusedRow("rows.csv:23", "s", "-0.5;2;-7", NO_LOGARITHM));
    assertThat(rows(data)).isEqualTo(20);
    assertThat(rows(skipped(rows, field.formatted("standard")))).isEqualTo(22);
  }

  @Test
  void whatIsCutOffASeriesNeedsNoLogarithm() {
    String rows = "s,y\n" + "0;1;2,1\n3;4;5,2\n".repeat(10) + "1;2;-1,1\n-1;2;3,1\n";
    String field =
        "fields.s { kind = series, channels = [s], delimiter = \";\", scaling = log1p"
            + ", max-length = 2, truncate = %s }";
    assertThat(skipped(rows, field.formatted("right")).refused())
        .extracting(RefusedRow::where)
        .containsExactly("rows.csv:23");
    assertThat(skipped(rows, field.formatted("left")).refused())
        .extracting(RefusedRow::where)
        .containsExactly("rows.csv:22");
  }

  @Test
  void stepsInColumnsHaveLogarithmsToo() {
    String rows = "a,b,y\n" + "0,1,1\n2,3,2\n".repeat(10) + "-1,2,1\n";
    PreparedData data =
        skipped(rows, "fields.s { kind = series, steps = [a, b], scaling = log1p }");
    assertThat(data.refused())
        .containsExactly(new RefusedRow("rows.csv:22", "a", "-1", NO_LOGARITHM));
  }
}
