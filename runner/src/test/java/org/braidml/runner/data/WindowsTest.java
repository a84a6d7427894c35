package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.Golden;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.encode.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows: the rows before a row as its series, never across a group or a split. */
final class WindowsTest {

  private static final String FIELDS =
      """
      fields.past { kind = series, channels = ["x-window"], scaling = none }
      fields.now { kind = static, numeric = [s], scaling = none }
      target { kind = regression, column = x, scaling = none }
      """;

  @TempDir Path folder;

  /** Two units of six rows; x counts from 0 in the first and from 100 in the second; s is ten x. */
  private static String units() {
    StringBuilder csv = new StringBuilder("unit,t,x,s\n");
    for (int unit = 0; unit < 2; unit++) {
      for (int t = 0; t < 6; t++) {
        int x = 100 * unit + t;
        csv.append(unit).append(',').append(t).append(',').append(x).append(',').append(10 * x);
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  private PreparedData prepare(String csv, String settings) {
    return new Workspace(folder).with("rows.csv", csv).prepare(hocon(settings));
  }

  private static String hocon(String settings) {
    return "source = rows.csv\n" + settings + "\n" + FIELDS;
  }

  /** What an example is, as {@code window -> static: target}. */
  private static List<String> shown(Examples examples) {
    return IntStream.range(0, examples.size()).mapToObj(i -> shown(examples, i)).toList();
  }

  private static String shown(Examples examples, int example) {
    var fields = examples.batch(new int[] {example}).fields();
    FieldData.Values past = (FieldData.Values) Objects.requireNonNull(fields.get("past"));
    FieldData.Statics now = (FieldData.Statics) Objects.requireNonNull(fields.get("now"));
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < past.lengths()[0]; step++) {
      text.append((int) past.values()[step]).append(' ');
    }
    return text.append("-> ").append((int) now.numeric()[0]).toString();
  }

  @Test
  void anExampleIsARowWithTheRowsOfItsGroupBeforeIt() {
    PreparedData data =
        prepare(
            units(),
            "split { validation = 0, test = 0 }\nwindows { series = [x], length = 3, group = unit }");
    assertThat(shown(data.train()))
        .containsExactly(
            "0 1 2 -> 30",
            "1 2 3 -> 40",
            "2 3 4 -> 50",
            "100 101 102 -> 1030",
            "101 102 103 -> 1040",
            "102 103 104 -> 1050");
    assertThat(data.train().target("target")).containsExactly(3, 4, 5, 103, 104, 105);
    assertThat(data.split().train()).containsExactly(3, 4, 5, 9, 10, 11);
    assertThat(data.notes()).hasSize(1);
    assertThat(data.notes().get(0)).startsWith("windows: 6 of 12 rows have one");
  }

  @Test
  void horizonStrideAndLeastLengthAreKept() {
    String none = "split { validation = 0, test = 0 }\n";
    assertThat(
            shown(
                prepare(
                        units(),
                        none
                            + "windows { series = [x], length = 2, group = unit, horizon = 0,"
                            + " stride = 3 }")
                    .train()))
        .containsExactly("1 2 -> 20", "4 5 -> 50", "101 102 -> 1020", "104 105 -> 1050");
    assertThat(
            shown(
                prepare(
                        units(),
                        none
                            + "windows { series = [x], length = 3, group = unit, horizon = 4,"
                            + " min-length = 1 }")
                    .train()))
        .containsExactly("0 -> 40", "0 1 -> 50", "100 -> 1040", "100 101 -> 1050");
  }

  /** The target x of test rows 4 and 5 of a unit is what it was one or two rows before. */
  @Test
  void whatATargetWasAtTheLastStepOfItsWindowIsKept() {
    String byTime =
        "split { time = t, validation = 0, test-from = 4 }\n"
            + "windows { series = [x, s], length = 2, group = unit,"
            + " history = earlier, horizon = %d }";
    PreparedData next = prepare(units(), byTime.formatted(1));
    assertThat(next.test().target("target")).containsExactly(4, 5, 104, 105);
    assertThat(next.lastValues().get("target")).containsExactly(3, 4, 103, 104);
    PreparedData later = prepare(units(), byTime.formatted(2));
    assertThat(later.test().target("target")).containsExactly(4, 5, 104, 105);
    assertThat(later.lastValues().get("target")).containsExactly(2, 3, 102, 103);
    String other =
        hocon(byTime.formatted(1).replace("x, s", "x")).replace("column = x", "column = s");
    assertThat(new Workspace(folder).prepare(other).lastValues()).isEmpty();
  }

  @Test
  void eachFileOfAPatternIsASeriesOfItsOwn() {
    Workspace workspace =
        new Workspace(folder)
            .with("site-a.csv", "unit,t,x,s\n1,0,0,0\n1,1,1,1\n2,2,2,2\n2,3,3,3\n")
            .with("site-b.csv", "unit,t,x,s\n1,0,10,10\n1,1,11,11\n");
    String source =
        "source { path = \"site-*.csv\" }\nsplit { validation = 0, test = 0 }\n"
            + "windows { series = [x], length = 2, min-length = 1, order = t%s }\n"
            + FIELDS;
    // Unit 1 of one file is another than unit 1 of the other; without groups each file is one.
    assertThat(shown(workspace.prepare(source.formatted(", group = unit")).train()))
        .containsExactly("0 -> 1", "2 -> 3", "10 -> 11");
    assertThat(shown(workspace.prepare(source.formatted("")).train()))
        .containsExactly("0 -> 1", "0 1 -> 2", "1 2 -> 3", "10 -> 11");
  }

  @Test
  void aTestFileHasNoPastInAnother() {
    PreparedData data =
        new Workspace(folder)
            .with("rows.csv", "x,s\n0,0\n1,1\n2,2\n")
            .with("test.csv", "x,s\n3,3\n4,4\n")
            .prepare(
                "source { path = rows.csv, test = test.csv }\nsplit.validation = 0\n"
                    + "windows { series = [x], length = 2, min-length = 1, history = earlier }\n"
                    + FIELDS);
    assertThat(shown(data.test())).containsExactly("3 -> 4");
  }

  @Test
  void rowsAreOrderedByTheirMoments() {
    String csv = "unit,t,x,s\n0,2012-03,3,0\n0,2012-01,1,0\n0,2012-04,4,0\n0,2012-02,2,0\n";
    PreparedData data =
        prepare(
            csv,
            "split { validation = 0, test = 0 }\nwindows { series = [x], length = 2, order = t }");
    assertThat(shown(data.train())).containsExactly("1 2 -> 0", "2 3 -> 0");
    assertThat(data.split().train()).containsExactly(0, 2);
  }

  @Test
  void noWindowHoldsRowsOfAnotherSideButThePastIfItMay() {
    String byTime =
        "split { time = t, validation = 0, test-from = 3 }\n"
            + "windows { series = [x], length = 2, group = unit, history = %s }";
    PreparedData own = prepare(units(), byTime.formatted("own"));
    assertThat(shown(own.train())).containsExactly("0 1 -> 20", "100 101 -> 1020");
    assertThat(shown(own.test())).containsExactly("3 4 -> 50", "103 104 -> 1050");
    PreparedData earlier = prepare(units(), byTime.formatted("earlier"));
    assertThat(shown(earlier.train())).isEqualTo(shown(own.train()));
    assertThat(shown(earlier.test()))
        .containsExactly(
            "1 2 -> 30",
            "2 3 -> 40",
            "3 4 -> 50",
            "101 102 -> 1030",
            "102 103 -> 1040",
            "103 104 -> 1050");
  }

  @Test
  void whatAWindowOfATestRowHoldsIsInTheSumOfTheTestRows() {
    String byTime =
        "split { time = t, validation = 0, test-from = 3 }\n"
            + "windows { series = [x], length = 2, group = unit, history = %s }";
    String changed = units().replace("0,2,2,20\n", "0,2,7,20\n");
    assertThat(prepare(changed, byTime.formatted("own")).testContents())
        .isEqualTo(prepare(units(), byTime.formatted("own")).testContents());
    assertThat(prepare(changed, byTime.formatted("earlier")).testContents())
        .isNotEqualTo(prepare(units(), byTime.formatted("earlier")).testContents());
  }

  @Test
  void randomSplitsAndWindowsNeverShareARow() {
    long seed = Long.getLong("braid.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 5; round++) {
      StringBuilder csv = new StringBuilder("unit,t,x,s,side\n");
      String side = "train";
      for (int x = 0; x < 200; x++) {
        side = random.nextInt(6) > 0 ? side : List.of("train", "test").get(random.nextInt(2));
        csv.append("%d,%d,%d,%d,%s\n".formatted(x / 40, x, x, x, side));
      }
      PreparedData data =
          prepare(
              csv.toString(),
              "split.column = side\nwindows { series = [x], length = 4, group = unit, min-length = 1,"
                  + " horizon = "
                  + round
                  + " }");
      String again = "again with -Dbraid.test.seed=" + seed;
      List<String> lines = csv.toString().lines().skip(1).toList();
      for (Examples examples : List.of(data.train(), data.test())) {
        for (int i = 0; i < examples.size(); i++) {
          String own = lines.get(examples.row(i));
          for (String step : shown(examples, i).split(" -> ", -1)[0].split(" ", -1)) {
            String line = lines.get(Integer.parseInt(step));
            assertThat(line.substring(line.lastIndexOf(',')))
                .as(again)
                .isEqualTo(own.substring(own.lastIndexOf(',')));
            assertThat(line.charAt(0)).as(again).isEqualTo(own.charAt(0));
          }
        }
      }
    }
  }

  @Test
  void ofATestFileTheLastWindowOfEachGroupCanBeAllThatCounts() {
    Workspace workspace =
        new Workspace(folder)
            .with("rows.csv", units())
            .with("test.csv", "unit,t,x,s\n1,0,7,70\n1,1,8,80\n1,2,9,90\n0,0,4,40\n0,1,5,50\n");
    PreparedData data =
        workspace.prepare(
            "source { path = rows.csv, test = test.csv }\n"
                + "split { validation = 0.5, group = unit, group-by-file = true }\n"
                + "windows { series = [x], length = 2, horizon = 0, group = unit, test = last }\n"
                + FIELDS);
    assertThat(shown(data.test())).containsExactly("8 9 -> 90", "4 5 -> 50");
    assertThat(data.train().size()).isEqualTo(5);
    assertThat(data.validation().size()).isEqualTo(5);
  }

  @Test
  void rowsToPredictForHaveTheSameWindows() {
    String settings =
        "split { validation = 0, test = 0 }\nwindows { series = [x], length = 3, group = unit }";
    PreparedData data = prepare(units(), settings);
    Workspace workspace = new Workspace(folder).with("new.csv", units());
    DataConfig config = workspace.config(hocon(settings));
    Examples some =
        workspace
            .pipeline()
            .forPrediction(
                data.features(), config.windows(), workspace.config("source = new.csv").source());
    assertThat(shown(some)).isEqualTo(shown(data.train()));
    assertThat(Optional.of(some.row(0))).hasValue(3);
  }

  @Test
  void aQueryJoinsOtherFilesAndKnowsTheSideOfItsFile() {
    Workspace workspace =
        new Workspace(folder)
            .with("rows.csv", "x,s\n1,1\n2,2\n")
            .with("test.csv", "x,s\n3,1\n")
            .with("more.txt", "10\n20\n");
    PreparedData data =
        workspace.prepare(
            "source { path = rows.csv, test = test.csv\n"
                + "tables.more { path = more.txt, header = false, columns = [m] }\n"
                + """
                sql = \"\"\"SELECT x::INTEGER + CASE WHEN (SELECT side FROM file) = 'test' THEN m::INTEGER
                  ELSE 0 END AS x, s FROM source
                  JOIN (SELECT m, row_number() OVER () AS n FROM more) ON n = s::INTEGER\"\"\" }
                split.validation = 0
                fields.now { kind = static, numeric = [s] }
                target { kind = regression, column = x }
                """);
    assertThat(data.train().target("target")).containsExactlyInAnyOrder(1, 2);
    assertThat(data.test().target("target")).containsExactly(13);
  }

  @Test
  void aQueryAddsTheTimeSinceTheRowBefore() {
    PreparedData data =
        new Workspace(folder)
            .with("rows.csv", "unit,t,x\n0,5,4\n0,0,1\n0,0.5,2\n0,4,3\n1,2,9\n")
            .prepare(
                """
                source { path = rows.csv, sql = \"\"\"
                  SELECT *, coalesce(t::DOUBLE - lag(t::DOUBLE) OVER (PARTITION BY unit ORDER BY t::DOUBLE), 0)
                    AS gap FROM source ORDER BY unit, t::DOUBLE
                \"\"\" }
                split { validation = 0, test = 0 }
                windows { series = [x, gap], length = 2, group = unit, order = t }
                fields.past { kind = series, channels = ["x-window", "gap-window"], scaling = none }
                target { kind = regression, column = x }
                """);
    FieldData past = data.train().batch(new int[] {0, 1}).fields().get("past");
    assertThat(((FieldData.Values) Objects.requireNonNull(past)).values())
        .containsExactly(1, 0, 2, 0.5f, 2, 0.5f, 3, 3.5f);
  }

  @Test
  void windowsThatCannotBeCutAreTold() throws IOException {
    Workspace workspace = new Workspace(folder).with("rows.csv", units());
    String none = "split { validation = 0, test = 0 }\n";
    Golden.matches(
        "data/windows",
        String.join(
            "\n",
            workspace.refusal(hocon("windows { series = [x], length = 6, group = unit }")),
            workspace.refusal(hocon(none + "windows { series = [x], length = 2, order = t }")),
            workspace.refusal(hocon(none + "windows { series = [y], length = 2, group = units }")),
            workspace.refusal(hocon(none + "windows { series = [x], length = 2, min-length = 3 }")),
            workspace.refusal(hocon("windows { series = [s], length = 2 }")),
            workspace.refusal(
                hocon("split.group = unit\nwindows { series = [x], length = 2, order = t }")),
            new Workspace(folder)
                .with("rows.csv", units() + ",6,6,6\n,7,7,7\n")
                .refusal(hocon(none + "windows { series = [x], length = 2, group = unit }"))));
  }
}
