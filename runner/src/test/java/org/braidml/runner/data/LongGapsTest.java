package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.Golden;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements in long form whose moments are kept: each is a step, with the time since before. */
final class LongGapsTest {

  private static final String SOURCE =
      """
      source {
        type = long, path = %s, time = hour, variable = what, value = number
        series = [HR, Temp], statics = [Age], times = gaps, null-values = ["", "-1"]
        %s
      }
      """;

  private static final String FIELD =
      "fields.x { kind = series, channels = [HR, Temp, gap], scaling = none }\n";

  private static final String ALL_TRAIN =
      "split { validation = 0, test = 0 }\ntarget { kind = regression, column = Age }\n";

  /** Four moments of one subject, in no order, and one of another. */
  private static final String TWO =
      """
      who,hour,what,number
      1,10,HR,90
      1,0.5,HR,70
      2,3,HR,60
      1,2.25,Temp,38
      1,0,Age,54
      1,2,HR,80
      1,0.5,Temp,36.5
      2,0,Age,60
      """;

  @TempDir Path folder;

  private Table table(String path, String more) {
    Workspace workspace = new Workspace(folder);
    return workspace
        .pipeline()
        .load(workspace.config(SOURCE.formatted(path, more) + FIELD))
        .table();
  }

  private Table oneFile(String rows, String more) {
    new Workspace(folder).with("1.csv", rows);
    return table("1.csv", more);
  }

  private static void isTheTwo(Table table) {
    assertThat(table.names()).containsExactly("id", "Age", "HR", "Temp", "gap");
    assertThat(table.column("id").get(0)).isEqualTo("1");
    assertThat(table.column("HR").get(0)).isEqualTo("[70.0,80.0,null,90.0]");
    assertThat(table.column("Temp").get(0)).isEqualTo("[36.5,null,38.0,null]");
    assertThat(table.column("gap").get(0)).isEqualTo("[0.0,1.5,0.25,7.75]");
    assertThat(table.column("id").get(1)).isEqualTo("2");
    assertThat(table.column("HR").get(1)).isEqualTo("[60.0]");
    assertThat(table.column("Temp").get(1)).isEqualTo("[null]");
    assertThat(table.column("gap").get(1)).isEqualTo("[0.0]");
  }

  @Test
  void aStepIsAMomentWithTheTimeSinceTheOneBefore() {
    isTheTwo(oneFile(TWO, "id = who"));
  }

  @Test
  void aFolderOfFilesIsASubjectAFileAndAClockCountsHours() throws IOException {
    Files.createDirectory(folder.resolve("set"));
    new Workspace(folder)
        .with(
            "set/1.txt",
            """
            hour,what,number
            02:15,Temp,38
            10:00,HR,90
            00:30,HR,70
            00:30:00,Temp,36.5
            02:00,HR,80
            """)
        .with("set/2.txt", "hour,what,number\n03:00,HR,60\n");
    isTheTwo(table("set", ""));
  }

  @Test
  void aMomentIsNoStepIfNothingOfSeriesWasMeasured() {
    String none =
        """
        hour,what,number
        0,Age,54
        1,weight,70
        2,HR,-1
        3,HR,80
        4,Age,54
        """;
    assertThat(oneFile(none, "").column("gap").get(0)).isEqualTo("[0.0]");
    assertThat(oneFile(none, "").column("Age").get(0)).isEqualTo("54");
    Table empty = oneFile("hour,what,number\n0,Age,54\n", "");
    assertThat(empty.column("HR").get(0)).isEqualTo("[]");
    assertThat(empty.column("gap").get(0)).isEqualTo("[]");
  }

  @Test
  void momentsMayLieBeforeTheZeroOfTheClock() {
    Table table = oneFile("hour,what,number\n1,HR,70\n-2,HR,60\n", "");
    assertThat(table.column("HR").get(0)).isEqualTo("[60.0,70.0]");
    assertThat(table.column("gap").get(0)).isEqualTo("[0.0,3.0]");
  }

  @Test
  void severalNumbersOfOneMomentBecomeOne() {
    String rows = "hour,what,number\n-0,HR,3\n0,HR,1\n00:00,HR,2\n1,HR,9\n";
    assertThat(oneFile(rows, "aggregate = last").column("HR").get(0)).isEqualTo("[2.0,9.0]");
    assertThat(oneFile(rows, "aggregate = min").column("HR").get(0)).isEqualTo("[1.0,9.0]");
    assertThat(oneFile(rows, "aggregate = max").column("HR").get(0)).isEqualTo("[3.0,9.0]");
    assertThat(oneFile(rows, "aggregate = sum").column("HR").get(0)).isEqualTo("[6.0,9.0]");
    assertThat(oneFile(rows, "aggregate = mean").column("HR").get(0)).isEqualTo("[2.0,9.0]");
    assertThat(oneFile(rows, "").column("gap").get(0)).isEqualTo("[0.0,1.0]");
  }

  @Test
  void theOrderOfTheRowsChangesNoBit() {
    // Sums of these numbers differ by their order.
    List<String> rows =
        new ArrayList<>(
            List.of(
                "1,HR,0.1",
                "1,HR,0.2",
                "1,HR,0.3",
                "1,HR,1e16",
                "1,HR,-1e16",
                "1,HR,7",
                "0.1,HR,5",
                "0.3,Temp,37",
                "0.1,Temp,36"));
    for (String aggregate : List.of("mean", "sum", "min", "max")) {
      Table first =
          oneFile("hour,what,number\n" + String.join("\n", rows), "aggregate=" + aggregate);
      for (int seed = 0; seed < 10; seed++) {
        List<String> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        Table again =
            oneFile("hour,what,number\n" + String.join("\n", other), "aggregate=" + aggregate);
        for (String column : List.of("HR", "Temp", "gap")) {
          assertThat(again.column(column).get(0)).isEqualTo(first.column(column).get(0));
        }
      }
    }
  }

  @Test
  void whatIsNotMeasuredIsFilledAndMarkedAsInAnySeries() {
    PreparedData data =
        prepared(
            """
            fields.x {
              kind = series, channels = [HR, Temp, gap], scaling = none, missing = forward
              observed = true
            }
            """);
    float[] first = {
      70, 36.5f, 0, 1, 1, 1, 80, 36.5f, 1.5f, 1, 0, 1, 80, 38, 0.25f, 0, 1, 1, 90, 38, 7.75f, 1, 0,
      1
    };
    assertThat(values(data, 0)).isEqualTo(first);
    // None before it: the mean of 36.5 and 38.
    assertThat(values(data, 1)).isEqualTo(new float[] {60, 37.25f, 0, 1, 0, 1});
  }

  @Test
  void aLongerSubjectKeepsItsLastStepsAndTheirTimes() {
    PreparedData data =
        prepared("fields.x { kind = series, channels = [gap], scaling = none, max-length = 2 }\n");
    assertThat(values(data, 0)).isEqualTo(new float[] {0.25f, 7.75f});
    assertThat(values(data, 1)).isEqualTo(new float[] {0});
  }

  @Test
  void newSubjectsAreReadAsThoseOfTraining() {
    String field = "fields.x { kind = series, channels = [HR, gap], missing = forward }\n";
    Workspace workspace = new Workspace(folder).with("all.csv", TWO);
    DataConfig config =
        workspace.config(SOURCE.formatted("all.csv", "id = who") + field + ALL_TRAIN);
    PreparedData data = workspace.pipeline().prepare(config);
    Examples again =
        workspace.pipeline().forPrediction(data.features(), Optional.empty(), config.source());
    assertThat(again.size()).isEqualTo(2);
    assertThat(values(again, 0)).isEqualTo(values(data, 0));
    assertThat(values(again, 1)).isEqualTo(values(data, 1));
  }

  private PreparedData prepared(String field) {
    return new Workspace(folder)
        .with("all.csv", TWO)
        .prepare(SOURCE.formatted("all.csv", "id = who") + field + ALL_TRAIN);
  }

  private static float[] values(PreparedData data, int example) {
    return values(data.train(), example);
  }

  private static float[] values(Examples examples, int example) {
    FieldData x = examples.batch(new int[] {example}).fields().get("x");
    return ((FieldData.Values) Objects.requireNonNull(x)).values();
  }

  @Test
  void theUserNamesTheChannel() {
    String rows = "hour,what,number\n0,HR,1\n2,HR,2\n2,gap,3\n";
    new Workspace(folder).with("1.csv", rows);
    Workspace workspace = new Workspace(folder);
    String source = SOURCE.formatted("1.csv", "gap = since, series = [HR, gap]");
    String field = "fields.x { kind = series, channels = [HR, gap, since] }\n";
    Table table = workspace.pipeline().load(workspace.config(source + field)).table();
    assertThat(table.column("gap").get(0)).isEqualTo("[null,3.0]");
    assertThat(table.column("since").get(0)).isEqualTo("[0.0,2.0]");
  }

  @Test
  void aQueryReadsTheTimes() {
    Table table =
        oneFile(
            TWO,
            "id = who, sql = \"SELECT *, list_sum(CAST(gap AS DOUBLE[])) AS stay FROM source\"");
    assertThat(table.column("stay").get(0)).isEqualTo("9.5");
    assertThat(table.column("gap").get(0)).isEqualTo("[0.0,1.5,0.25,7.75]");
  }

  @Test
  void keysThatDoNotGoTogetherAreRefused() throws IOException {
    Workspace workspace = new Workspace(folder);
    StringBuilder told = new StringBuilder();
    for (String keys :
        List.of(
            "steps = 48",
            "bin = 2",
            "times = bins",
            "times = bins, steps = 48, gap = since",
            "times = gasp",
            "gap = Temp",
            "statics = [gap]",
            "gap = id")) {
      String hocon = SOURCE.formatted("1.csv", keys) + FIELD;
      told.append("== ").append(keys).append('\n');
      told.append(workspace.refusal(() -> workspace.config(hocon))).append('\n');
    }
    Golden.matches("data/long-times", told.toString());
  }

  @Test
  void momentsThatAreNoneAreToldAndSoIsAGapBeyond32Bits() throws IOException {
    Workspace workspace =
        new Workspace(folder)
            .with(
                "moments.csv", "hour,what,number\nsoon,HR,1\nNaN,HR,1\nInfinity,HR,1\n24:60,HR,1\n")
            .with(
                "far.csv",
                "who,hour,what,number\n1,-3e38,HR,1\n1,3e38,HR,2\n1,0,Age,1\n2,0,Age,2\n");
    Golden.matches(
        "data/long-moments",
        workspace.refusal(SOURCE.formatted("moments.csv", "") + FIELD + ALL_TRAIN)
            + "\n"
            + workspace.refusal(SOURCE.formatted("far.csv", "id = who") + FIELD + ALL_TRAIN)
            + "\n");
  }
}
