package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.Split;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code examples}, and the data that they name where BRAID_DATA names a folder. */
final class ExamplesTest {

  private static final Path EXAMPLES = Path.of("../examples");
  private static final String VARIABLE = "${BRAID_DATA}";
  private static final Optional<String> DATA =
      Optional.ofNullable(System.getenv("BRAID_DATA")).filter(folder -> !folder.isBlank());

  @TempDir Path folder;

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .map(file -> EXAMPLES.relativize(file).toString().replace('\\', '/'))
          .filter(
              name ->
                  name.endsWith(".conf") && !name.contains("/src/") && !name.contains("/target/"))
          .sorted()
          .toList();
    }
  }

  /** A copy that names a folder in the place of the variable, so that none need be set. */
  private Path copy(String example) throws IOException {
    String data = '"' + DATA.orElse("no-data").replace("\\", "\\\\") + '"';
    Path own = EXAMPLES.resolve(example);
    Path copied = folder.resolve("example.conf");
    // Its neighbours too, one of which it may include.
    try (Stream<Path> files = Files.list(own.resolveSibling("."))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file).replace(VARIABLE, data);
        Files.writeString(folder.resolve(file.getFileName()), text);
      }
    }
    return Files.writeString(copied, Files.readString(own).replace(VARIABLE, data));
  }

  /** Study files name the experiment that they start from. */
  private static boolean isStudy(String example) throws IOException {
    return Files.readString(EXAMPLES.resolve(example)).contains("\nbase = ");
  }

  static List<String> studies() throws IOException {
    List<String> studies = new ArrayList<>(examples());
    studies.removeAll(experiments());
    return studies;
  }

  static List<String> experiments() throws IOException {
    List<String> experiments = new ArrayList<>();
    for (String example : examples()) {
      if (!isStudy(example)) {
        experiments.add(example);
      }
    }
    return experiments;
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everyStudyCanBePlanned(String study) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(study));
    String base = text.replaceFirst("(?s).*\nbase = \"([^\"]+)\".*", "$1");
    copy(Path.of(study).resolveSibling(base).toString().replace('\\', '/'));
    Files.writeString(folder.resolve("study.conf"), text.replace(base, "example.conf"));
    Session session = new Session(folder);
    Session.Outcome outcome = session.braid("study", session.path("study.conf"), "--dry-run");
    assertThat(outcome.err()).as(study).isEmpty();
    assertThat(outcome.code()).as(study).isZero();
    assertThat(outcome.out()).as(study).contains(" seeds = ", "(baseline)");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyExamplePassesTheCheck(String example) throws IOException {
    copy(example);
    Session.Outcome outcome = new Session(folder).check("example.conf");
    assertThat(outcome.err()).as(example).isEmpty();
    assertThat(outcome.code()).as(example).isZero();
    assertThat(outcome.out()).as(example).contains("parameters").doesNotContain("note:");
  }

  @Test
  void theExamplesAreFound() throws IOException {
    assertThat(examples())
        .contains(
            "bike/bike.conf",
            "goals/goals.conf",
            "gunpoint/gunpoint.conf",
            "names/names.conf",
            "price/price.conf",
            "questions/trec.conf",
            "reviews/reviews.conf",
            "shakespeare/shakespeare.conf",
            "vowels/vowels.conf");
  }

  private Split split(String example, int rows) throws IOException {
    assumeTrue(DATA.isPresent(), "BRAID_DATA names no folder of data sets");
    Registry registry = new Registry(Discovery.on(getClass().getClassLoader()).found());
    Experiment experiment = new ExperimentReader(registry).read(copy(example), List.of());
    DataConfig config = experiment.config().data();
    DataPipeline pipeline = new DataPipeline(example, folder);
    Rows read = pipeline.load(config);
    assertThat(read.table().size()).as(example).isEqualTo(rows);
    Split split = pipeline.split(config, read);
    assertThat(pipeline.fit(config, read, split).fields()).as(example).isNotEmpty();
    return split;
  }

  @Test
  void theVowelsHave270RowsToLearnFromAnd370ToTest() throws IOException {
    Split split = split("vowels/vowels.conf", 270 + 370);
    assertThat(split.test()).hasSize(370);
    assertThat(split.validation()).hasSize(27);
  }

  @Test
  void theMovementsHave50RowsToLearnFromAnd150ToTest() throws IOException {
    Split split = split("gunpoint/gunpoint.conf", 50 + 150);
    assertThat(split.test()).hasSize(150);
    assertThat(split.validation()).hasSize(10);
  }

  @Test
  void theQuestionsHave5452RowsToLearnFromAnd500ToTest() throws IOException {
    Split split = split("questions/trec.conf", 5_452 + 500);
    assertThat(split.test()).hasSize(500);
    assertThat(split.validation()).hasSize(545);
  }

  @Test
  void shakespeareIsCutIntoPiecesOf100ByPosition() throws IOException {
    Split split = split("shakespeare/shakespeare.conf", 11_154);
    assertThat(split.validation()).hasSize(558);
    assertThat(split.test()).hasSize(557);
    assertThat(split.train()[split.train().length - 1]).isLessThan(split.validation()[0]);
  }

  @Test
  void theReviewsAreReadWhole() throws IOException {
    assertThat(split("reviews/reviews.conf", 23_486).test()).hasSize(4_697);
  }

  @Test
  void theHoursWithAHistoryAreReadAndTheLastHalfYearTests() throws IOException {
    PreparedData data = prepared("bike/bike.conf");
    Split split = data.split();
    assertThat(split.train()).hasSize(17_379 - 48 - 1_008 - 4_376);
    assertThat(split.test()).hasSize(4_376);
    assertThat(split.validation()).hasSize(1_008);
    assertThat(split.train()[split.train().length - 1]).isLessThan(split.validation()[0]);
    assertThat(split.validation()[1_007]).isLessThan(split.test()[0]);
    // Persistence: the published number of this split.
    assertThat(rmse(data)).isCloseTo(130.2, within(0.05));
  }

  /** The error of the last value of each window on the test rows. */
  private static double rmse(PreparedData data) {
    float[] due = data.test().target("target");
    float[] last = Objects.requireNonNull(data.lastValues().get("target"));
    float[][] rows = new float[last.length][];
    Arrays.setAll(rows, i -> new float[] {last[i]});
    return Metrics.RMSE.of(new Scores(rows, due));
  }

  private PreparedData prepared(String example) throws IOException {
    assumeTrue(DATA.isPresent(), "BRAID_DATA names no folder of data sets");
    Registry registry = new Registry(Discovery.on(getClass().getClassLoader()).found());
    Experiment experiment = new ExperimentReader(registry).read(copy(example), List.of());
    return new DataPipeline(example, folder).prepare(experiment.config().data());
  }

  @Test
  void theTurbofansHave90Or10EnginesOfWindowsAndOneTestWindowAnEngine() throws IOException {
    PreparedData data = prepared("turbofan/turbofan.conf");
    // Every fourth of 20,631 flights of 100 engines; the first 29 of each have too short a past.
    assertThat(data.train().size() + data.validation().size()).isEqualTo(4_472);
    assertThat(data.test().size()).isEqualTo(100);
    // What is left for the first three test engines: 112, 98 and 69 flights, as the file says.
    assertThat(data.test().target("target")).startsWith(112, 98, 69);
    assertThat(data.train().target("target")).contains(125, 4, 0).doesNotContain(126, 1);
  }

  @Test
  void thePassengersOfTheLastThreeYearsTest() throws IOException {
    PreparedData data = prepared("airpassengers/airpassengers.conf");
    assertThat(data.train().size()).isEqualTo(144 - 12 - 12 - 36);
    assertThat(data.validation().size()).isEqualTo(12);
    assertThat(data.test().size()).isEqualTo(36);
    // In passengers: January 1958, and the December before it.
    assertThat(data.test().target("target")).startsWith(340, 318, 362);
    assertThat(data.lastValues().get("target")).startsWith(336, 340, 318);
  }

  /** Of 780, 180 and 240 days the first seven of each side have no seven days of it before them. */
  @Test
  void noWindowOfThePriceCrossesTheSplitAndItIsScaledByThePastAlone() {
    String query =
        ConfigFactory.parseFile(EXAMPLES.resolve("price/price.conf").toFile())
            .getString("data.source.sql");
    PreparedData data = price(query);
    assertThat(data.split().train()).hasSize(773).startsWith(7).endsWith(779);
    assertThat(data.split().validation()).hasSize(173).startsWith(787).endsWith(959);
    assertThat(data.split().test()).hasSize(233).startsWith(967).endsWith(1_199);
    PreparedData laterTenfold =
        price(
            "SELECT day, CASE WHEN day < 780 THEN price ELSE 10 * price END AS price FROM ("
                + query
                + ") ORDER BY day");
    assertThat(laterTenfold.test().target("target")[0])
        .isCloseTo(10 * data.test().target("target")[0], within(0.01f));
    assertThat(laterTenfold.features()).isEqualTo(data.features());
  }

  private static PreparedData price(String query) {
    Registry registry = new Registry(Discovery.on(ExamplesTest.class.getClassLoader()).found());
    Path file = EXAMPLES.resolve("price/price.conf");
    Experiment experiment =
        new ExperimentReader(registry).read(file, List.of("data.source.sql=" + query));
    return new DataPipeline("price.conf", EXAMPLES.resolve("price"))
        .prepare(experiment.config().data());
  }

  @Test
  void theStaysAreEightThousandAndOneInSevenEndsInDeath() throws IOException {
    PreparedData data = prepared("icu/icu.conf");
    assertThat(data.train().size() + data.validation().size()).isEqualTo(4_000);
    assertThat(data.test().size()).isEqualTo(4_000);
    int deaths = 0;
    for (Examples examples : List.of(data.train(), data.validation())) {
      for (float died : examples.target("target")) {
        deaths += (int) died;
      }
    }
    assertThat(deaths).isEqualTo(554);
  }
}
