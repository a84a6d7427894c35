package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code braid compare}: two runs on the same test rows, and what cannot be compared. */
final class CompareTest {

  @TempDir Path folder;
  private Session session = new Session(Path.of("."));

  @BeforeEach
  void open() {
    session = new Session(folder).withExperiments();
  }

  /** Writes a run as a training leaves it, as far as a comparison reads it. */
  private Path run(String name, String predictions) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.writeString(
        run.resolve("report.json"),
        """
        { "heads": [{ "head": "head", "classes": ["no", "yes, indeed"],
                      "metrics": { "accuracy": 0, "brier": 0 } }] }
        """);
    Files.writeString(
        run.resolve("predictions-test.csv"),
        "row,target,p(no),\"p(yes, indeed)\",target (true)\n" + predictions);
    return run;
  }

  private static String rows(double... confidences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < confidences.length; i++) {
      text.append(i + ",no," + (1 - confidences[i]) + "," + confidences[i] + ",\"yes, indeed\"\n");
    }
    return text.toString();
  }

  /** First right on rows 0 and 1, second on rows 1 to 4: 1 and 3 discordant, p = 2 * 5/16. */
  @Test
  void whichRowsOnlyOneGotRightIsTested() throws IOException {
    Path first = run("first", rows(0.9, 0.9, 0.1, 0.1, 0.1, 0.1));
    Path second = run("second", rows(0.1, 0.9, 0.9, 0.9, 0.9, 0.1));
    Outcome outcome = session.braid("compare", first.toString(), second.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Golden.matches("messages/compare", outcome.out());
  }

  @Test
  void aRunComparedWithItselfDiffersInNothing() {
    assertThat(session.train("reviews.conf").code()).isZero();
    Path run = only(folder.resolve("runs/reviews"));
    Outcome outcome = session.braid("compare", run.toString(), run.toString());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("8 test rows", "0.0000 to 0.0000", "1.0000, mid-p = 1.0000");
  }

  private static Path only(Path runs) {
    try (Stream<Path> found = Files.list(runs)) {
      return found.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void otherRowsAndMissingRunsAreRefused() throws IOException {
    Path first = run("first", rows(0.9, 0.9));
    Path fewer = run("fewer", rows(0.9));
    for (Path second : List.of(fewer, folder.resolve("nowhere"))) {
      Outcome outcome = session.braid("compare", first.toString(), second.toString());
      assertThat(outcome.code()).isEqualTo(2);
      Golden.matches("messages/compare-" + second.getFileName(), outcome.err());
    }
  }
}
