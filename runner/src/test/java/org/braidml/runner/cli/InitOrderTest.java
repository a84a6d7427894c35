package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid init} writes trains: where the order of time forbids it, another is drawn. */
final class InitOrderTest {

  private static final int ROWS = 60;

  @TempDir Path folder;

  private Session session = new Session(Path.of(""));

  @BeforeEach
  void open() {
    session = new Session(folder);
  }

  /** Writes a row a day: the day, a number, a word, and a target. */
  private FirstFile days(IntFunction<String> day, IntFunction<String> target) {
    StringBuilder rows = new StringBuilder("day,size,colour,kind\n");
    for (int row = 0; row < ROWS; row++) {
      rows.append(day.apply(row)).append(',').append(row * 7 % 11 + row / 100.0).append(',');
      rows.append(row % 3 == 0 ? "red" : "blue").append(',').append(target.apply(row)).append('\n');
    }
    session.with("days.csv", rows.toString());
    return FirstFile.of(session);
  }

  private static String day(int row) {
    return LocalDate.of(2024, 1, 1).plusDays(row).toString();
  }

  private static String late(int row) {
    return row >= ROWS - 3 ? "storm" : row % 2 == 0 ? "calm" : "rain";
  }

  @Test
  void aClassOfTheLastDaysIsDrawnIntoTraining() throws IOException {
    FirstFile first = days(InitOrderTest::day, InitOrderTest::late);
    first.writes("init-late-class", "days.csv", "--target", "kind");
    first.trains("training.epochs=1");
  }

  @Test
  void anOrderThatIsAskedForIsRefusedWithItsClass() throws IOException {
    days(InitOrderTest::day, InitOrderTest::late)
        .refuses("init-late-class-asked", "days.csv", "--target", "kind", "--time", "day");
  }

  @Test
  void oneOfTwoClassesMayComeLate() throws IOException {
    FirstFile first = days(InitOrderTest::day, row -> row > 50 ? "yes" : "no");
    assertThat(first.written("days.csv", "--target", "kind"))
        .contains(
            "# Which rows train is drawn: in the order of \"day\", no training row would hold")
        .contains("the class \"yes\".")
        .contains("stratify = true")
        .doesNotContain("split { time");
    first.trains("training.epochs=1");
  }

  @Test
  void aNumberThatIsTheSameAtFirstIsDrawnToo() throws IOException {
    FirstFile first = days(InitOrderTest::day, row -> row < 50 ? "0" : "" + row / 2.0);
    assertThat(first.written("days.csv", "--target", "kind"))
        .contains("all training rows would have one target")
        .doesNotContain("windows");
    first.trains("training.epochs=1");
  }

  @Test
  void daysOfWhichTheFirstHoldsMostRowsAreNoOrder() throws IOException {
    FirstFile first = days(row -> day(row / 50), row -> row % 2 == 0 ? "calm" : "rain");
    assertThat(first.written("days.csv", "--target", "kind")).contains("no row would train");
    first.trains("training.epochs=1");
  }

  @Test
  void rowsWithoutATargetPlayNoPart() throws IOException {
    // No row of the first 42 is "rain"; of the 21 that would train there are.
    FirstFile first =
        days(InitOrderTest::day, row -> row < 30 ? "" : row > 44 && row % 2 == 0 ? "rain" : "calm");
    assertThat(first.written("days.csv", "--target", "kind")).contains("split { time = \"day\"");
    first.trains("training.epochs=1");
  }

  @Test
  void whateverTheClassesTheFileTrains() throws IOException {
    long seed = Long.getLong("braid.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 4; round++) {
      int rare = random.nextInt(ROWS - 2);
      int width = 1 + random.nextInt(4);
      FirstFile first =
          days(
              InitOrderTest::day,
              row -> row >= rare && row < rare + width ? "rare" : random.nextBoolean() ? "a" : "b");
      first.written("days.csv", "--target", "kind");
      first.trains("training.epochs=1");
      assertThat(first.file().toFile().delete())
          .as("again with -Dbraid.test.seed=" + seed)
          .isTrue();
    }
  }

  @Test
  void aClassOfTheTestFileAloneIsRefused() throws IOException {
    session
        .with("waves_TRAIN.ts", waves("calm", "rough"))
        .with("waves_TEST.ts", waves("calm", "broken"));
    FirstFile.of(session).refuses("init-series-late-class", "waves_TRAIN.ts");
  }

  private static String waves(String one, String other) {
    StringBuilder text =
        new StringBuilder("@univariate true\n@classLabel true calm rough broken\n@data\n");
    for (int row = 0; row < 30; row++) {
      text.append(row % 5).append(',').append(row % 3).append(',').append(row % 2);
      text.append(':').append(row % 2 == 0 ? one : other).append('\n');
    }
    return text.toString();
  }
}
