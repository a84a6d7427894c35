package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {

  private static final String SKIP =
      "source { path = rows.csv, on-bad-row = skip }\n" + Workspace.REVIEWS;

  private static final String HEADER = "review,age,segment,label\n";

  @TempDir private Path folder;

  private static String good(int row) {
    return "word%d two,%d,s%d,%d\n".formatted(row % 5, 20 + row, row % 3, row % 2);
  }

  private static String good() {
    return String.join("", IntStream.range(0, 20).mapToObj(BadRowsTest::good).toList());
  }

  @Test
  void eachBadRowIsToldWithItsPlaceItsColumnItsValueAndTheReason() {
    String rows =
        HEADER
            + "a good one,30,s1,1\n"
            + "a comma,\"1,5\",s1,1\n"
            + "too few,3\n"
            + "\"two\nlines\",abc,s1,0\n"
            + "no label,3,s2,\n"
            + "too,many,values,in,it\n"
            + "endless,NaN,s2,1\n"
            + good();
    PreparedData data = new Workspace(folder).with("rows.csv", rows).prepare(SKIP);
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow(
                "rows.csv:4", "", "too few,3", "2 values, where the first record has 4: too few,3"),
            new RefusedRow(
                "rows.csv:8",
                "",
                "too,many,values,in,it",
                "5 values, where the first record has 4: too,many,values,in,it"),
            new RefusedRow("rows.csv:3", "age", "1,5", "no number of 32 bits"),
            new RefusedRow("rows.csv:5", "age", "abc", "no number of 32 bits"),
            new RefusedRow("rows.csv:7", "label", "", "missing"),
            new RefusedRow("rows.csv:9", "age", "NaN", "no number of 32 bits"));
    assertThat(data.notes())
        .contains(
            "6 bad rows are left out, 21 kept; the first at rows.csv:4: 2 values, where the first"
                + " record has 4: too few,3; refused.csv of a run has each");
  }

  @Test
  void badRowsAnywhereLeaveTheSameDataAsAFileWithoutThem() {
    String[] bad = {"x\n", "a,b,c,d,e\n", "text,1e99,s1,1\n", "text,3,s1,\n", "\"a\nb\",x,s1,0\n"};
    PreparedData clean = new Workspace(folder).with("rows.csv", HEADER + good()).prepare(SKIP);
    for (long seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      StringBuilder rows = new StringBuilder(HEADER);
      int count = 0;
      for (int row = 0; row < 20; row++) {
        rows.append(good(row));
        for (; random.nextInt(3) == 0; count++) {
          rows.append(bad[random.nextInt(bad.length)]);
        }
      }
      String ends = random.nextBoolean() ? rows.toString() : rows.toString().replace("\n", "\r\n");
      PreparedData data = new Workspace(folder).with("rows.csv", ends).prepare(SKIP);
      assertThat(data.refused()).as("seed %d", seed).hasSize(count);
      assertThat(data.features()).as("seed %d", seed).isEqualTo(clean.features());
      int[] all = IntStream.range(0, clean.train().size()).toArray();
      assertThat(data.train().batch(all))
          .as("seed %d", seed)
          .usingRecursiveComparison()
          .isEqualTo(clean.train().batch(all));
      assertThat(data.testContents()).as("seed %d", seed).isEqualTo(clean.testContents());
    }
  }

  @Test
  void linesOfJsonThatAreNoneAreLeftOut() {
    StringBuilder rows = new StringBuilder("not json\n");
    for (int row = 0; row < 20; row++) {
      rows.append(
          "{\"review\": \"w%d\", \"age\": %d, \"segment\": \"s\", \"label\": %d}\n"
              .formatted(row % 5, row, row % 2));
    }
    rows.append("{\"review\": \"cut o");
    PreparedData data =
        new Workspace(folder)
            .with("rows.jsonl", rows.toString())
            .prepare(SKIP.replace("rows.csv", "rows.jsonl"));
    assertThat(data.refused())
        .extracting(RefusedRow::where)
        .containsExactly("rows.jsonl:1", "rows.jsonl:22");
    assertThat(data.train().size() + data.validation().size() + data.test().size()).isEqualTo(20);
  }

  @Test
  void linesOfAFileOfOneColumnAreLeftOutAndNotMadeBlank() {
    String rows = "y\n1\n2\n3,4\n\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
    PreparedData data =
        new Workspace(folder)
            .with("rows.csv", rows)
            .prepare(
                """
                source { path = rows.csv, on-bad-row = skip }
                fields.x { kind = static, numeric = [y] }
                target { kind = regression, column = y }
                """);
    assertThat(data.refused())
        .containsExactly(
            new RefusedRow("rows.csv:4", "", "3,4", "2 values, where the first record has 1: 3,4"),
            new RefusedRow("rows.csv:5", "y", "", "missing"));
    assertThat(data.train().size() + data.validation().size() + data.test().size()).isEqualTo(14);
  }

  @Test
  void aBadRecordOfSeveralLinesAtTheVeryEndIsLeftOutWhole() {
    String rows = HEADER + good() + "\"two\nlines\",3";
    PreparedData data = new Workspace(folder).with("rows.csv", rows).prepare(SKIP);
    assertThat(data.refused()).extracting(RefusedRow::where).containsExactly("rows.csv:22");
  }

  @Test
  void measurementsThatCannotBeReadAreLeftOutAndTheirSubjectsStay() {
    StringBuilder rows = new StringBuilder("id,time,variable,value\n");
    for (int i = 0; i < 20; i++) {
      rows.append("p%d,0,HR,%d\np%d,0,Age,%d\n".formatted(i, 60 + i, i, 30 + i));
    }
    rows.append("p1,1,HR,high\np2,soon,HR,70\np3,1,HR\np4,1,HR,70\n");
    PreparedData data =
        new Workspace(folder)
            .with("long.csv", rows.toString())
            .prepare(
                """
                source {
                  type = long, path = long.csv, id = id, steps = 2, series = [HR], statics = [Age]
                  on-bad-row = skip
                }
                fields.s { kind = series, channels = [HR] }
                target { kind = regression, column = Age }
                """);
    assertThat(data.refused())
        .extracting(RefusedRow::where)
        .containsExactly("long.csv:42", "long.csv:43", "long.csv:44");
    assertThat(data.train().size() + data.validation().size() + data.test().size()).isEqualTo(20);
  }

  @Test
  void rowsThatWindowsWouldCloseOverAreNotLeftOut() {
    String refusal =
        new Workspace(folder)
            .with("rows.csv", HEADER + good())
            .refusal(SKIP + "windows { length = 3, series = [age] }\n");
    assertThat(refusal).contains("data.windows would close over the rows that are left out");
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedForNobodyKnowsWhereTheRecordEnds() {
    String refusal =
        new Workspace(folder)
            .with("rows.csv", HEADER + good() + "\"open,1,s1,1\n" + good())
            .refusal(SKIP);
    assertThat(refusal).contains("a quote is opened and never closed").contains("rows.csv:22");
  }

  @Test
  void aFileWithoutAGoodRowIsRefused() {
    String refusal =
        new Workspace(folder).with("rows.csv", HEADER + "a,x,s,1\nb,y,s,0\n").refusal(SKIP);
    assertThat(refusal).contains("no row would be left").contains("rows.csv:2").contains("\"x\"");
  }

  @Test
  void aFileWithoutAGoodRecordIsRefusedByItsFirst() {
    String refusal = new Workspace(folder).with("rows.csv", HEADER + "a,b\nc\n").refusal(SKIP);
    assertThat(refusal)
        .contains("no row would be left: 2 values, where the first record has 4: a,b")
        .contains("rows.csv:2");
  }

  @Test
  void withoutTheKeyABadRowIsRefused() {
    String refusal =
        new Workspace(folder)
            .with("rows.csv", HEADER + good() + "a,x,s,1\n")
            .refusal("source = rows.csv\n" + Workspace.REVIEWS);
    assertThat(refusal).contains("rows.csv:22").contains("holds \"x\" where a number belongs");
  }
}
