package org.braidml.runner.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.config.Binder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExperimentReaderTest {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(ExperimentReaderTest.class.getClassLoader()).found());

  private static final String SOUND =
      """
      data {
        source = rows.csv
        fields.a { kind = text, column = a }
        target { kind = binary, column = y }
      }
      model {
        inputs.a { type = embedding, size = 3 }
        encoders.a { type = lstm }
        merger { type = concat }
        head { type = binary }
      }
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("test.conf"), text);
  }

  private String refusal(Path file, String... sets) {
    ConfigurationException refused =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> new ExperimentReader(REGISTRY).read(file, List.of(sets)));
    return String.valueOf(refused.getMessage()).replace(folder.toString(), "<folder>");
  }

  private void refused(String golden, String text, String... sets) throws IOException {
    Golden.matches("messages/" + golden, refusal(file(text), sets));
  }

  @Test
  void aFileThatIsNotThereIsToldWithItsNeighbours() throws IOException {
    file(SOUND);
    Files.writeString(folder.resolve("notes.txt"), "");
    Golden.matches("messages/no-experiment", refusal(folder.resolve("tset.conf")));
    assertThat(refusal(folder)).contains("this is a folder");
    assertThat(refusal(folder.resolve("no/such.conf"))).contains("no such file");
  }

  @Test
  void aFileThatCannotBeParsedIsToldWithTheLine() throws IOException {
    refused("parse-quote", "seed = 1\ndata {\n  source = \"x\n}\n");
    refused("parse-brace", SOUND + "training {\n  epochs = 3\n");
    refused("parse-bracket", "seed = 1\nmodel.units = [1, 2\nx = 3\n");
  }

  @Test
  void aSubstitutionThatIsNotThereIsTold() throws IOException {
    refused("unresolved", SOUND + "\nseed = ${BRAID_NO_SUCH_VARIABLE}\n");
    Files.writeString(folder.resolve("base.conf"), "\nthreads = ${BRAID_NO_SUCH_VARIABLE}");
    assertThat(refusal(file("include \"base.conf\"\n" + SOUND))).contains("/base.conf:2");
  }

  @Test
  void problemsOfTheFileAndOfOverridesAreToldTogetherEachAtItsPlace() throws IOException {
    refused(
        "all-at-once",
        SOUND
            + """
            sed = 1
            threads = "2"
            model.encoders.b { type = bi-lstm }
            training {
              epochs = 0
              optimizer { type = adam, learning-rat = 0.1 }
            }
            """,
        "nonsense",
        "training.batch-size=2.5",
        "model.encoders.a.hidden-sizee=3",
        "data.fields.a.kind=txt");
  }

  @Test
  void rulesBetweenKeysAreToldWithTheirPlaces() throws IOException {
    refused(
        "rules",
        SOUND.replace("  target {", "  targets.t { kind = regression, column = z }\n  target {"),
        "device=gpu",
        "training.early-stopping.monitor=acuracy");
    assertThat(refusal(file(SOUND), "data.target=null")).contains("data.target: missing");
    assertThat(refusal(file(SOUND), "device=gpu(0)", "engine=MXNet")).contains("cpu only");
  }

  @Test
  void aMetricOfOneOfSeveralHeadsIsMonitoredByItsName() throws IOException {
    String several =
        SOUND
            .replace("head {", "heads.h { target = t, type = binary }\n  heads.g {")
            .replace("target {", "targets.t { kind = binary, column = z }\n  targets.g {");
    String monitor = "training.early-stopping.monitor=";
    Experiment read = new ExperimentReader(REGISTRY).read(file(several), List.of(monitor + "h.f1"));
    assertThat(read.config().training().earlyStopping().monitor()).isEqualTo("h.f1");
    assertThat(refusal(file(several), monitor + "f1")).contains("neither loss nor <head>.<metric>");
  }

  static Stream<Path> experiments() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .filter(ExperimentReaderTest::isExperiment)
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Studies name their experiment; they are no experiments. */
  private static boolean isExperiment(Path file) {
    var parsed = ConfigFactory.parseFile(file.toFile());
    return parsed.root().containsKey("model") && parsed.root().containsKey("data");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void bindingTheResolvedTextGivesAnEqualExperiment(Path file) throws IOException {
    boolean needsNone = !Files.readString(file).contains("BRAID_DATA");
    assumeTrue(needsNone || System.getenv("BRAID_DATA") != null, "BRAID_DATA names no folder");
    Config written = ConfigFactory.parseFile(file.toFile());
    String column =
        written.hasPath("data.split.time")
            ? "time"
            : written.hasPath("data.split.folds") ? "group" : "column";
    String blank = "data.split." + column + "=x y";
    List<List<String>> variants =
        List.of(
            List.of(),
            List.of("seed=-7", "training.clip-norm=0.5", "training.early-stopping.patience=2"),
            List.of("training.optimizer={type = sgd, momentum = 0.9}", blank),
            List.of("training.optimizer.type=adamw", "model.merger.type=gated"));
    for (List<String> sets : variants) {
      ExperimentConfig config = new ExperimentReader(REGISTRY).read(file, sets).config();
      Binder binder = new Binder(REGISTRY, new DefaultValues());
      var text = ConfigFactory.parseString(ResolvedText.of(config));
      assertThat(binder.bind(ExperimentConfig.class, text.root(), ""))
          .as("%s with %s", file, sets)
          .contains(config);
      assertThat(binder.problems()).isEmpty();
    }
  }
}
