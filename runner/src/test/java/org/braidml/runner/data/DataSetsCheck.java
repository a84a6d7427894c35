package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.experiment.ExperimentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Public data sets, read by configuration alone: the examples' files, or those of {@code
 * src/test/resources/datasets}. Rows, classes and lengths are those that the sets are published
 * with.
 *
 * <p>Needs {@code BRAID_DATA}, and so is no part of {@code mvn verify}: CONTRIBUTING.md has the
 * command.
 */
final class DataSetsCheck {

  private static final Path EXAMPLES = Path.of("../examples");
  private static final Path OWN = Path.of("src/test/resources/datasets");

  /**
   * What a set is published with.
   *
   * @param file the experiment file
   * @param learn how many rows train or validate
   * @param test how many rows test
   * @param classes how many rows of both each class has, as {@code ham 4827, spam 747}; empty for
   *     none
   * @param lengths the least and the greatest length of the field, as {@code series 7-29}; empty
   *     for none
   */
  private record Published(Path file, int learn, int test, String classes, String lengths) {

    @Override
    public String toString() {
      return String.valueOf(file.getFileName());
    }
  }

  private static Published example(
      String name, int learn, int test, String classes, String lengths) {
    return new Published(EXAMPLES.resolve(name + ".conf"), learn, test, classes, lengths);
  }

  private static Published own(String name, int learn, int test, String classes, String lengths) {
    return new Published(OWN.resolve(name + ".conf"), learn, test, classes, lengths);
  }

  static Stream<Published> sets() {
    return Stream.of(
        own("womens-clothing", 18_789, 4_697, "0 4172, 1 19314", ""),
        example("reviews/reviews", 18_789, 4_697, "0 4172, 1 19314", ""),
        own(
            "liar",
            10_269 + 1_284,
            1_283,
            "barely-true 2108, false 2511, half-true 2638, mostly-true 2466, pants-fire 1050,"
                + " true 2063",
            ""),
        example("icu/icu", 4_000, 4_000, "0 6878, 1 1122", "vitals 48-48"),
        example("turbofan/turbofan", 4_472, 100, "", "flights 30-362"),
        example("bike/bike", 17_379 - 48 - 4_376, 4_376, "", "counts 48-48"),
        example(
            "vowels/vowels",
            270,
            370,
            "1 61, 2 65, 3 118, 4 74, 5 59, 6 54, 7 70, 8 80, 9 59",
            "vowels 7-29"),
        own(
            "basic-motions",
            40,
            40,
            "Badminton 20, Running 20, Standing 20, Walking 20",
            "series 100-100"),
        example("gunpoint/gunpoint", 50, 150, "1 100, 2 100", "hand 150-150"),
        own("italy-power-demand", 67, 1_029, "1 547, 2 549", "series 24-24"),
        own("covid-3-month", 140, 61, "", "series 84-84"),
        own("sst2", 6_920 + 872, 1_821, "0 4650, 1 4963", ""),
        example(
            "questions/trec",
            5_452,
            500,
            "ABBR 95, DESC 1300, ENTY 1344, HUM 1288, LOC 916, NUM 1009",
            ""),
        own("movie-reviews", 9_595, 1_067, "neg 5331, pos 5331", ""),
        own("smsspam", 1_672, 3_902, "ham 4827, spam 747", ""),
        own(
            "surnames",
            14_410,
            3_602,
            "Arabic 108, Chinese 246, Czech 502, Dutch 286, English 3668, French 273, German 706,"
                + " Greek 193, Irish 226, Italian 701, Japanese 990, Korean 94, Polish 138,"
                + " Portuguese 74, Russian 9340, Scottish 100, Spanish 296, Vietnamese 71",
            ""),
        example("airpassengers/airpassengers", 144 - 12 - 36, 36, "", "past 12-12"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void setsAreReadWithThePublishedCounts(Published published) {
    PreparedData data = prepared(published.file());
    assertThat(data.train().size() + data.validation().size()).isEqualTo(published.learn());
    assertThat(data.test().size()).isEqualTo(published.test());
    assertThat(classes(data)).isEqualTo(published.classes());
    if (!published.lengths().isEmpty()) {
      String field = published.lengths().split(" ", -1)[0];
      var lengths = lengths(data, field).summaryStatistics();
      String shown = "%s %d-%d".formatted(field, lengths.getMin(), lengths.getMax());
      assertThat(shown).isEqualTo(published.lengths());
    }
  }

  @Test
  void tenFoldsTestEachSentenceOnce() {
    Path file = OWN.resolve("movie-reviews.conf");
    DataConfig config = config(file);
    int[] tested = new int[10_662];
    for (int fold = 1; fold <= 10; fold++) {
      PreparedData data =
          pipeline(file).prepare(config.withSplit(config.split().withFold(10, fold)));
      assertThat(data.test().size()).isBetween(1_066, 1_067);
      Arrays.stream(data.split().test()).forEach(row -> tested[row]++);
    }
    assertThat(tested).containsOnly(1);
  }

  @Test
  void shakespeareIsWhole() {
    Path file = EXAMPLES.resolve("shakespeare/shakespeare.conf");
    SeenData seen = pipeline(file).see(config(file));
    assertThat(lengths(seen.prepared(), "text").sum()).isEqualTo(1_115_394);
    Column pieces = seen.table().column("text");
    assertThat(
            IntStream.range(0, pieces.size())
                .flatMap(row -> pieces.textOf(row).chars())
                .distinct()
                .count())
        .isEqualTo(65);
  }

  private static PreparedData prepared(Path file) {
    return pipeline(file).prepare(config(file));
  }

  private static DataPipeline pipeline(Path file) {
    return new DataPipeline(file.toString(), file.resolveSibling(".").toAbsolutePath().normalize());
  }

  private static DataConfig config(Path file) {
    assumeTrue(System.getenv("BRAID_DATA") != null, "BRAID_DATA names no folder");
    Config data = ExperimentReader.parsed(file).getConfig("data");
    Binder binder = new Binder(new Registry(List.of()), new DefaultValues());
    var bound = binder.bind(DataConfig.class, data.root(), "data");
    binder.throwProblems(file.toString());
    return bound.orElseThrow();
  }

  private static List<Examples> sides(PreparedData data) {
    return List.of(data.train(), data.validation(), data.test());
  }

  private static IntStream lengths(PreparedData data, String field) {
    return sides(data).stream().flatMapToInt(side -> IntStream.of(side.lengths(field)));
  }

  /** Counts the labels of all sides, in the order of their names. */
  private static String classes(PreparedData data) {
    List<String> labels =
        data.features().targetSpecs().stream()
            .flatMap(target -> target.classes().stream())
            .toList();
    Map<String, Integer> counts = new TreeMap<>();
    for (Examples side : sides(data)) {
      for (float id : labels.isEmpty() ? new float[0] : side.target(DataConfig.SINGLE_TARGET)) {
        counts.merge(labels.get(Math.round(id)), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
