package org.braidml.runner.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.runner.cli.BraidCommand;
import org.braidml.runner.cli.Terminal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Example files, each trained small and on both engines: one scenario differs from the next by its
 * file alone. Those that need no download are trained until they predict better than without a
 * model; the others for two epochs on few rows.
 *
 * <p>Takes minutes, and so is no part of {@code mvn verify}: CONTRIBUTING.md has the command.
 */
final class ScenariosCheck {

  /** Made reviews, few and often. */
  private static final String[] REVIEWS = {"data.source.rows=1500", "training.epochs=6"};

  /** What goes by the probability of all that was right, and by no decision. Lower is better. */
  private static final List<String> ERRORS = List.of("log-loss", "poisson-deviance", "rmse");

  @TempDir private Path folder = Path.of("");

  /** A file, and the overrides that make it small. */
  private static Arguments file(String engine, String name, String... sets) {
    return Arguments.of(engine, name, List.of(sets));
  }

  /**
   * Returns the override that keeps one row of so many of those that an example reads; where
   * windows stay in groups one group of so many, for a series of which rows are left out is
   * another.
   */
  private static String few(String name, int oneOf) {
    String key = "data.source.sql";
    Config query =
        ConfigFactory.parseFile(new File("../examples/" + name + ".conf"))
            .withFallback(ConfigFactory.parseMap(Map.of("BRAID_DATA", "")))
            .resolve();
    String sql = query.hasPath(key) ? query.getString(key).strip() : "SELECT * FROM source";
    String group = "data.windows.group";
    String part =
        query.hasPath(group)
            ? "dense_rank() OVER (ORDER BY \"" + query.getString(group) + "\")"
            : "place";
    return key
        + "=SELECT * EXCLUDE (place, part) FROM (SELECT *, "
        + part
        + " AS part FROM (SELECT *, row_number() OVER () AS place FROM ("
        + sql
        + "))) WHERE part % "
        + oneOf
        + " = 0 ORDER BY place";
  }

  static Stream<Arguments> files() {
    return Stream.of("MXNet", "PyTorch")
        .flatMap(
            engine ->
                Stream.of(
                    file(engine, "reviews-made/reviews-made", REVIEWS),
                    file(engine, "reviews-made/mean", REVIEWS),
                    file(engine, "reviews-made/attention", REVIEWS),
                    file(engine, "reviews-made/layer-norm", REVIEWS),
                    file(
                        engine,
                        "reviews-made/pca",
                        REVIEWS[0],
                        REVIEWS[1],
                        "model.encoders.review.projections="
                            + "[{type=pca-init,size=16,warm-up-epochs=1}]"),
                    file(engine, "reviews-made/given", REVIEWS),
                    file(engine, "reviews-made/dropped", REVIEWS),
                    file(engine, "reviews-made/word-vectors", REVIEWS),
                    file(engine, "reviews-made/subwords", REVIEWS),
                    file(engine, "documents/documents", "training.epochs=5"),
                    file(engine, "documents/two-logits", "training.epochs=5"),
                    file(engine, "members/members", "training.epochs=6"),
                    file(engine, "steps/steps", "training.epochs=4"),
                    file(engine, "steps/counts", "training.epochs=4"),
                    file(engine, "steps/beside", "training.epochs=4"),
                    file(engine, "topics/topics", "training.epochs=4"),
                    file(engine, "price/price", "training.epochs=12"),
                    file(engine, "goals/goals", "training.epochs=5"),
                    file(engine, "names/names", "training.epochs=6"),
                    file(engine, "bike/bike", few("bike/bike", 40)),
                    file(engine, "reviews/rating", few("reviews/rating", 40)),
                    file(
                        engine,
                        "shakespeare/shakespeare",
                        few("shakespeare/shakespeare", 40),
                        "training.batch-size=8",
                        "model.encoders.text.hidden-size=16"),
                    file(engine, "gunpoint/gunpoint"),
                    file(engine, "gunpoint/conv-then-lstm"),
                    file(engine, "gunpoint/convolutions"),
                    file(engine, "vowels/vowels"),
                    file(engine, "motions/motions"),
                    file(engine, "power/power"),
                    file(engine, "questions/trec", few("questions/trec", 10)),
                    file(engine, "sentences/sst2", few("sentences/sst2", 10)),
                    file(engine, "sentences/movie-reviews", few("sentences/movie-reviews", 10)),
                    file(engine, "surnames/surnames", few("surnames/surnames", 10)),
                    file(engine, "airpassengers/airpassengers"),
                    file(engine, "icu/icu", few("icu/icu", 8)),
                    file(engine, "turbofan/turbofan", few("turbofan/turbofan", 4))));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("files")
  void everyScenarioRuns(String engine, String name, List<String> sets) throws IOException {
    String file = Files.readString(Path.of("../examples/" + name + ".conf"));
    boolean needsNone = !file.contains("BRAID_DATA");
    assumeTrue(needsNone || System.getenv("BRAID_DATA") != null, "BRAID_DATA names no folder");
    Path runs = folder.resolve("runs");
    List<String> arguments = new ArrayList<>(List.of("train", "../examples/" + name + ".conf"));
    arguments.addAll(List.of("--runs", runs.toString(), "--verbose"));
    List<String> all = new ArrayList<>(List.of("training.epochs=2", "engine=" + engine));
    all.addAll(sets);
    if (name.equals("names/names")) {
      all.addAll(Example.names(folder).sets());
    }
    all.forEach(set -> arguments.addAll(List.of("--set", set)));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
    int code =
        BraidCommand.run(new Terminal(stream, stream, false), arguments.toArray(String[]::new));
    String log = told.toString(StandardCharsets.UTF_8);
    assertThat(code).as(log).isEqualTo(BraidCommand.DONE);
    if (needsNone) {
      everyHeadIsBetterThanNoModel(runs, log);
    }
  }

  private static void everyHeadIsBetterThanNoModel(Path runs, String log) throws IOException {
    Path report;
    try (Stream<Path> files = Files.walk(runs)) {
      report = files.filter(file -> file.endsWith("report.json")).findFirst().orElseThrow();
    }
    for (JsonNode head : new ObjectMapper().readTree(report.toFile()).path("heads")) {
      JsonNode metrics = head.path("metrics");
      String error = ERRORS.stream().filter(metrics::has).findFirst().orElseThrow();
      assertThat(metrics.path(error).isNumber()).as(log).isTrue();
      for (String without : List.of("baseline", "last-value")) {
        if (head.has(without)) {
          assertThat(metrics.path(error).asDouble())
              .as("%s of %s beside the %s: %s", error, head.path("head").asText(), without, log)
              .isLessThan(head.path(without).path(error).asDouble());
        }
      }
    }
  }
}
