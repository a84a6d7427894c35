package org.braidml.runner.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.stream.Stream;
import org.braidml.runner.cli.BraidCommand;
import org.braidml.runner.cli.Terminal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Example files, each trained for two epochs on few rows and on both engines: one scenario differs
 * from the next by its file alone.
 *
 * <p>Takes minutes, and so is no part of {@code mvn verify}: CONTRIBUTING.md has the command.
 */
final class ScenariosCheck {

  private static final String FEW = "data.source.rows=400";

  @TempDir private Path folder = Path.of("");

  /** A file, and the overrides that make it small. */
  private static Arguments file(String engine, String name, String... sets) {
    return Arguments.of(engine, name, List.of(sets));
  }

  /** Returns the override that keeps one row of so many of those that an example reads. */
  private static String few(String name, int oneOf) {
    String key = "data.source.sql";
    Config file = ConfigFactory.parseFile(new File("../examples/" + name + ".conf"));
    Config query = file.withOnlyPath(key);
    String sql = query.hasPath(key) ? query.getString(key).strip() : "SELECT * FROM source";
    return key
        + "=SELECT * EXCLUDE kept FROM (SELECT *, row_number() OVER () AS kept FROM ("
        + sql
        + ")) WHERE kept % "
        + oneOf
        + " = 0 ORDER BY kept";
  }

  static Stream<Arguments> files() {
    return Stream.of("MXNet", "PyTorch")
        .flatMap(
            engine ->
                Stream.of(
                    file(engine, "reviews-made/reviews-made", FEW),
                    file(engine, "reviews-made/mean", FEW),
                    file(engine, "reviews-made/attention", FEW),
                    file(engine, "reviews-made/layer-norm", FEW),
                    file(
                        engine,
                        "reviews-made/pca",
                        FEW,
                        "model.encoders.review.projections="
                            + "[{type=pca-init,size=16,warm-up-epochs=1}]"),
                    file(engine, "reviews-made/given", FEW),
                    file(engine, "reviews-made/dropped", FEW),
                    file(engine, "reviews-made/word-vectors", FEW),
                    file(engine, "reviews-made/subwords", FEW),
                    file(engine, "documents/documents"),
                    file(engine, "documents/two-logits"),
                    file(engine, "members/members"),
                    file(engine, "steps/steps"),
                    file(engine, "steps/counts"),
                    file(engine, "steps/beside"),
                    file(engine, "topics/topics"),
                    file(engine, "names/names"),
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
                    file(engine, "vowels/vowels"),
                    file(engine, "motions/motions"),
                    file(engine, "power/power"),
                    file(engine, "questions/trec", few("questions/trec", 10)),
                    file(engine, "sentences/sst2", few("sentences/sst2", 10)),
                    file(engine, "sentences/movie-reviews", few("sentences/movie-reviews", 10)),
                    file(engine, "surnames/surnames", few("surnames/surnames", 10)),
                    file(engine, "airpassengers/airpassengers")));
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
    assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isEqualTo(BraidCommand.DONE);
  }
}
