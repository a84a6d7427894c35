package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid init} makes of files of the UEA and UCR archive. */
final class InitSeriesTest {

  private static final String TWO = "@dimensions 2\n@classLabel true calm rough\n@data\n";
  private static final String ONE = "@univariate true\n@targetLabel true\n@data\n";

  @TempDir Path folder;

  private Session session = new Session(Path.of(""));

  @BeforeEach
  void open() {
    session = new Session(folder);
  }

  private FirstFile first() {
    return FirstFile.of(session);
  }

  /** Rows of 4 to 7 steps in two dimensions; a rough row swings, and a step of it is missing. */
  private static String waves(int rows) {
    StringBuilder text = new StringBuilder(TWO);
    for (int row = 0; row < rows; row++) {
      int start = row % 5;
      boolean rough = row % 2 == 1;
      int size = rough ? 1 + row % 3 : 0;
      text.append(steps(4 + row % 4, t -> t == 1 && rough ? "?" : "" + size * (t % 2)))
          .append(':')
          .append(steps(4 + row % 4, t -> "" + (start + t)))
          .append(rough ? ":rough\n" : ":calm\n");
    }
    return text.toString();
  }

  /** Rows of one dimension, whose label is their height; one has none. */
  private static String heights(int rows, int steps) {
    StringBuilder text = new StringBuilder(ONE);
    for (int row = 0; row < rows; row++) {
      int height = row * 7 % rows;
      text.append(steps(steps, t -> String.format(Locale.ROOT, "%.1f", height + t % 3 / 10.0)))
          .append(row == 3 ? ":?\n" : ":" + height + ".5\n");
    }
    return text.toString();
  }

  private static String steps(int count, java.util.function.IntFunction<String> step) {
    return IntStream.range(0, count).mapToObj(step).collect(Collectors.joining(","));
  }

  @Test
  void classesOfSeriesWithATestFileBeside() throws IOException {
    session.with("waves_TRAIN.ts", waves(30)).with("waves_TEST.ts", waves(10));
    first().writes("init-series", "waves_TRAIN.ts");
    first().trains();
  }

  @Test
  void numbersOfLongSeriesWithoutATestFile() throws IOException {
    session.with("heights.ts", heights(40, 1200));
    first().writes("init-long-series", "heights.ts", "--target", "label");
    first().trains("training.epochs=1");
  }

  @Test
  void dimensionsOfOtherLengthsAreFieldsOfTheirOwn() throws IOException {
    session.with("waves.ts", waves(30) + "1,2,3:4:calm\n");
    assertThat(first().written("waves.ts"))
        .contains("dim1 {", "dim2 { kind = series, channels = [\"dim2\"] }")
        .contains("encoders.dim1 {", "encoders.dim2 {");
  }

  @Test
  void aFileHasOneTargetAndNoTime() throws IOException {
    session.with("waves.ts", waves(30));
    first().refuses("init-series-target", "waves.ts", "--target", "class", "--time", "dim1");
  }

  @Test
  void rowsWithoutLabelsTeachNothing() throws IOException {
    session.with("waves.ts", "@univariate true\n@classLabel false\n@data\n1,2\n3,4\n");
    first().refuses("init-series-no-label", "waves.ts");
    session.with("few.ts", waves(12));
    first().refuses("init-series-few-rows", "few.ts");
  }

  @Test
  void aTestFileOfOtherDimensionsIsRefused() throws IOException {
    session.with("waves_TRAIN.ts", waves(30)).with("waves_TEST.ts", heights(10, 3));
    first().refuses("init-series-other-test", "waves_TRAIN.ts");
  }
}
