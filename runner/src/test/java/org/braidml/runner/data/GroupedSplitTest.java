package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.runner.Golden;
import org.braidml.runner.data.split.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, folds and time: which rows may not be parted, and how the rest is dealt. */
final class GroupedSplitTest {

  private static final String FIELDS =
      """
      fields.n { kind = static, numeric = [n] }
      target { kind = binary, column = label }
      """;

  @TempDir Path folder;

  private Split split(String csv, String settings) {
    Workspace workspace = new Workspace(folder).with("rows.csv", csv);
    var config = workspace.config("source = rows.csv\nsplit { " + settings + " }\n" + FIELDS);
    return workspace.pipeline().split(config, workspace.pipeline().load(config));
  }

  private String refused(String csv, String settings) {
    Workspace workspace = new Workspace(folder).with("rows.csv", csv);
    return workspace.refusal("source = rows.csv\nsplit { " + settings + " }\n" + FIELDS);
  }

  /** Rows of groups of 1 to 9 rows each; a third of the groups are of class 1. */
  private static String grouped(int groups, Random random) {
    StringBuilder csv = new StringBuilder("n,patient,label\n");
    for (int g = 0; g < groups; g++) {
      int rows = 1 + random.nextInt(9);
      for (int r = 0; r < rows; r++) {
        csv.append(r).append(",p").append(g).append(',').append(g % 3 == 0 ? 1 : 0).append('\n');
      }
    }
    return csv.toString();
  }

  private static Set<String> patients(String csv, int[] rows) {
    List<String> lines = csv.lines().skip(1).toList();
    return IntStream.of(rows)
        .mapToObj(row -> lines.get(row).split(",", -1)[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double positives(String csv, int[] rows) {
    List<String> lines = csv.lines().skip(1).toList();
    return IntStream.of(rows).filter(row -> lines.get(row).endsWith("1")).count()
        / (double) rows.length;
  }

  @Test
  void noGroupIsOnTwoSidesAndSharesAndClassesAreKept() {
    long seed = Long.getLong("braid.test.seed", System.nanoTime());
    for (int round = 0; round < 5; round++) {
      String csv = grouped(300, new Random(seed + round));
      Split split = split(csv, "group = patient, seed = " + round);
      Set<String> train = patients(csv, split.train());
      Set<String> test = patients(csv, split.test());
      Set<String> validation = patients(csv, split.validation());
      String again = "again with -Dbraid.test.seed=" + seed;
      assertThat(train).as(again).doesNotContainAnyElementsOf(test);
      assertThat(train).as(again).doesNotContainAnyElementsOf(validation);
      assertThat(test).as(again).doesNotContainAnyElementsOf(validation);
      int rows = split.train().length + split.validation().length + split.test().length;
      assertThat((long) rows).isEqualTo(csv.lines().count() - 1);
      assertThat(Math.abs(split.test().length - 0.2 * rows)).as(again).isLessThan(9);
      assertThat(Math.abs(split.validation().length - 0.1 * rows)).as(again).isLessThan(9);
      double all = positives(csv, IntStream.range(0, rows).toArray());
      assertThat(Math.abs(positives(csv, split.test()) - all)).as(again).isLessThan(0.06);
    }
  }

  @Test
  void aGroupOnTwoSidesAndARowOfNoGroupAreRefused() throws IOException {
    Workspace workspace =
        new Workspace(folder)
            .with("train.csv", "n,patient,label\n1,a,0\n2,b,1\n3,b,1\n")
            .with("test.csv", "n,patient,label\n1,c,0\n2,b,1\n3,,1\n");
    Golden.matches(
        "data/group-on-two-sides",
        workspace.refusal(
            "source { path = train.csv, test = test.csv }\n"
                + "split { validation = 0, group = patient }\n"
                + FIELDS));
  }

  @Test
  void aFileOnTwoSidesIsRefusedUnderWhateverNames() throws IOException {
    String rows = "n,label\n1,0\n2,1\n3,1\n";
    Files.createDirectory(folder.resolve("d"));
    Workspace workspace =
        new Workspace(folder)
            .with("train.csv", rows)
            .with("d/a.csv", rows)
            .with("d/ab.csv", rows)
            .with("d/test.csv", rows);
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("train.csv"));
    Golden.matches(
        "data/file-on-two-sides",
        Stream.of(
                "path = train.csv, test = \"./train.csv\"",
                "path = \"d/*.csv\", test = \"d/test.csv\"",
                "path = train.csv, validation = \"" + folder.resolve("train.csv") + "\"",
                "path = \"d/../train.csv\", test = link.csv",
                "path = train.csv, validation = \"d/a*.csv\", test = \"d/*.csv\"",
                "path = \"d/a.csv\", validation = \"d/a*.csv\", test = \"d/a?.csv\"")
            .map(files -> workspace.refusal("source { " + files + " }\n" + FIELDS))
            .collect(Collectors.joining("\n")));
  }

  /** Two files of two patients each, two rows a patient, and a side for each row. */
  private Split ofTwoFiles(String sides, String settings) {
    Workspace workspace = new Workspace(folder);
    for (int file = 0; file < 2; file++) {
      StringBuilder csv = new StringBuilder("n,patient,label,side\n");
      for (int row = 0; row < 4; row++) {
        String side = sides.charAt(4 * file + row) == 't' ? "test" : "train";
        csv.append("%d,%s,%d,%s\n".formatted(row, row < 2 ? "a" : "b", row % 2, side));
      }
      workspace.with("site-" + file + ".csv", csv.toString());
    }
    var config =
        workspace.config(
            "source { path = \"site-*.csv\" }\nsplit { group = patient, "
                + settings
                + " }\n"
                + FIELDS);
    return workspace.pipeline().split(config, workspace.pipeline().load(config));
  }

  @Test
  void groupsOfTwoFilesOfOnePatternAreTwoIfFilesShareNone() {
    String drawn = "validation = 0, test = 0.25, stratify = false";
    Split shared = ofTwoFiles("........", drawn);
    assertThat(shared.test()).hasSize(4); // one patient of two, in both files
    assertThat(shared.test()[2]).isEqualTo(shared.test()[0] + 4);
    Split apart = ofTwoFiles("........", drawn + ", group-by-file = true");
    assertThat(apart.test()).hasSize(2); // one of four
    assertThat(apart.test()[1]).isEqualTo(apart.test()[0] + 1);
  }

  @Test
  void aGroupOfOneFileIsOnOneSideIfFilesShareNone() {
    String column = "column = side, group-by-file = true";
    assertThat(ofTwoFiles("tt....tt", column).test()).containsExactly(0, 1, 6, 7);
    assertThat(new Workspace(folder).refusal(() -> ofTwoFiles("t.....tt", column)))
        .contains("group \"a\" is on two sides: train here, test in site-0.csv:2")
        .contains("at site-0.csv:3");
  }

  @Test
  void eachRowTestsInOneFoldAndFoldsAreEvenInRowsAndClasses() {
    String csv =
        "n,label\n"
            + IntStream.range(0, 103)
                .mapToObj(i -> i + "," + (i % 10 < 3 ? 1 : 0))
                .collect(Collectors.joining("\n"));
    int[] tested = new int[0];
    for (int fold = 1; fold <= 5; fold++) {
      Split split = split(csv, "folds = 5, fold = " + fold);
      assertThat(split.test().length).isBetween(20, 21);
      assertThat(Arrays.stream(split.test()).filter(row -> row % 10 < 3).count()).isBetween(6L, 7L);
      assertThat(split.validation()).hasSize((int) Math.round(0.1 * (103 - split.test().length)));
      tested = IntStream.concat(IntStream.of(tested), IntStream.of(split.test())).toArray();
    }
    Arrays.sort(tested);
    assertThat(tested).isEqualTo(IntStream.range(0, 103).toArray());
  }

  @Test
  void foldsKeepGroupsTogether() {
    String csv = grouped(40, new Random(3));
    Set<String> seen = new TreeSet<>();
    for (int fold = 1; fold <= 4; fold++) {
      Set<String> test =
          patients(csv, split(csv, "group = patient, folds = 4, fold = " + fold).test());
      assertThat(seen).doesNotContainAnyElementsOf(test);
      seen.addAll(test);
    }
    assertThat(seen).hasSize(40);
  }

  private static final String DAYS =
      """
      n,day,label
      1,2012-01-03,0
      2,2012-01-01,1
      3,2012-01-04,0
      4,2012-01-02,1
      5,2012-01-05 13:00,0
      6,2012-01-04,1
      7,2012-01-02,0
      8,2012-01-01,0
      """;

  @Test
  void byTimeTheEarliestTrainAndTheLatestTestAndOneMomentIsOnOneSide() {
    // Days 1 1 2 2 3 4 4 5: a quarter are the last two rows, and the other row of day 4 with them.
    Split split = split(DAYS, "time = day, test = 0.25, validation = 0.125");
    assertThat(split.test()).containsExactly(2, 4, 5);
    assertThat(split.validation()).containsExactly(0);
    assertThat(split.train()).containsExactly(1, 3, 6, 7);
  }

  @Test
  void momentsCanSayWhereASideBegins() {
    Split split = split(DAYS, "time = day, validation-from = 2012-01-03, test-from = 2012-01-05");
    assertThat(split.test()).containsExactly(4);
    assertThat(split.validation()).containsExactly(0, 2, 5);
    Split numbers = split(DAYS, "time = n, validation = 0, test-from = 7");
    assertThat(numbers.test()).containsExactly(6, 7);
  }

  @Test
  void whatIsNoMomentIsTold() throws IOException {
    Golden.matches(
        "data/no-moment",
        refused(
            "n,day,label\n1,2012-01-31,0\n2,2012-02-31,1\n3,,0\n",
            "time = day, test-from = tomorrow"));
    Golden.matches(
        "data/moments-in-disorder",
        refused(DAYS, "time = day, test-from = 2012-01-02, validation-from = 2012-01-04"));
  }

  @Test
  void settingsThatContradictEachOtherAreTold() throws IOException {
    Golden.matches(
        "data/split-contradictions",
        String.join(
            "\n",
            refused(DAYS, "time = day, group = n"),
            refused(DAYS, "folds = 5, fold = 6"),
            refused(DAYS, "folds = 5, time = day"),
            refused(DAYS, "test-from = 2012-01-02"),
            refused(DAYS, "group = patient")));
  }
}
