package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.runner.Golden;
import org.braidml.runner.Version;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid predict} and {@code braid evaluate} say of bundles and rows. */
final class PredictMessagesTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path run = Path.of(".");

  @BeforeAll
  static void train() throws IOException {
    Session session = new Session(shared).withExperiments();
    assertThat(session.train("reviews.conf").code()).isZero();
    try (Stream<Path> runs = Files.list(shared.resolve("runs/reviews"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  private Session session() {
    return new Session(folder).withExperiments();
  }

  /** A copy of the bundle, to be spoiled. */
  private Path bundle() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("bundle"));
    try (Stream<Path> files = Files.list(run.resolve("bundle"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static Outcome predict(Session session, Path from, String in) {
    return session.braid(
        "predict", from.toString(), "--in", session.path(in), "--out", session.path("out.csv"));
  }

  private void spoiled(String golden) throws IOException {
    Outcome outcome = predict(session(), folder.resolve("bundle"), "reviews.csv");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(folder.resolve("out.csv")).doesNotExist();
    Golden.matches(
        "messages/" + golden,
        outcome
            .err()
            .replaceAll("\\b[0-9a-f]{64}\\b", "<sha-256>")
            .replace(Version.BRAID, "<version>"));
  }

  @Test
  void aRunPredictsAndIsEvaluated() throws IOException {
    Session session = session();
    Outcome predicted = predict(session, run, "reviews.csv");
    assertThat(predicted).isEqualTo(new Outcome(0, "40 predictions in <folder>/out.csv\n", ""));
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(41);
    Outcome evaluated = session.braid("evaluate", run.toString());
    assertThat(evaluated.err()).isEmpty();
    assertThat(evaluated.code()).isZero();
    assertThat(evaluated.out()).startsWith("8 test rows").contains("loss", "roc-auc");
  }

  @Test
  void aTruncatedBundleIsRefused() throws IOException {
    try (FileChannel file =
        FileChannel.open(bundle().resolve("parameters.safetensors"), StandardOpenOption.WRITE)) {
      file.truncate(100);
    }
    spoiled("bundle-truncated");
  }

  @Test
  void anAlteredBundleIsRefused() throws IOException {
    Path file = bundle().resolve("resolved.conf");
    Files.writeString(file, Files.readString(file).replace("hidden-size=2", "hidden-size=3"));
    spoiled("bundle-altered");
  }

  @Test
  void aBundleThatLacksAFileIsRefused() throws IOException {
    Files.delete(bundle().resolve("features.json"));
    spoiled("bundle-lacks-file");
  }

  @Test
  void aBundleWhoseManifestIsCutShortIsRefused() throws IOException {
    Files.writeString(bundle().resolve("bundle.json"), "{ \"format\" : 1, ");
    spoiled("bundle-manifest-cut");
  }

  @Test
  void aBundleOfALaterFormatIsRefused() throws IOException {
    Path file = bundle().resolve("bundle.json");
    Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 99"));
    spoiled("bundle-later-format");
  }

  @Test
  void aBundleWhosePlugInIsMissingNamesItsJar() throws IOException {
    Path file = bundle().resolve("bundle.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"id\" : \"lstm\"", "\"id\" : \"their-lstm\""));
    Outcome outcome = predict(session(), folder.resolve("bundle"), "reviews.csv");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("<folder>/bundle: it was made with plug-ins that are not here:")
        .contains(" sequence-encoder \"their-lstm\" from ")
        .endsWith("put their jars into plugins/, or name their folder by --plugins\n");
  }

  @Test
  void aMissingRunIsRefused() throws IOException {
    Session session = session();
    Outcome outcome = predict(session, folder.resolve("nothing"), "reviews.csv");
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/bundle-missing", outcome.err());
    assertThat(session.braid("evaluate", session.path("nothing"))).isEqualTo(outcome);
  }

  @Test
  void aFolderOfRunsIsNoRunButTheyAreNamed() {
    Outcome outcome = predict(session(), shared, "reviews.csv");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("no bundle is here (it lacks bundle.json)")
        .contains("finished runs below it:")
        .contains(String.valueOf(run.getFileName()));
  }

  @Test
  void rowsThatLackColumnsAreToldTogether() throws IOException {
    Session session = session().with("new.csv", "reviews,segment\nx,a\n");
    Outcome outcome = predict(session, run, "new.csv");
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/predict-columns", outcome.err().replace(run.toString(), "<run>"));
  }

  @Test
  void rowsWithTextForANumberAreToldWithTheirLine() throws IOException {
    Session session = session().with("new.csv", "review,age,segment\nx,1,a\ny,old,a\n");
    Outcome outcome = predict(session, run, "new.csv");
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/predict-text-for-number", outcome.err());
  }

  @Test
  void filesOfTheCommandLineAreLookedForFirst() throws IOException {
    Session session = session();
    Outcome outcome =
        session.braid(
            "predict",
            run.toString(),
            "--in",
            session.path("review.csv"),
            "--out",
            session.path("no/such/out.csv"));
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/predict-files", outcome.err());
  }

  @Test
  void anEmptyFileIsRefused() {
    Outcome outcome = predict(session().with("new.csv", ""), run, "new.csv");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("the file is empty");
    assertThat(List.of(outcome.out())).containsExactly("");
  }

  @Test
  void testRowsThatWereChangedAreNotMeasured(@TempDir Path own) throws IOException {
    Session session = new Session(own).withExperiments();
    assertThat(session.train("reviews.conf").code()).isZero();
    Path rows = own.resolve("reviews.csv");
    Files.writeString(rows, Files.readString(rows).replace("bad and poor", "bad"));
    try (Stream<Path> runs = Files.list(own.resolve("runs/reviews"))) {
      Outcome outcome = session.braid("evaluate", runs.findFirst().orElseThrow().toString());
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err()).contains("the test rows now hold other values");
    }
  }

  @Test
  void aRunThatIsRefusedForItsDataLeavesNoFolder(@TempDir Path own) {
    Session session = new Session(own).withExperiments().with("reviews.csv", Session.HEADER);
    assertThat(session.train("reviews.conf").code()).isEqualTo(2);
    assertThat(own.resolve("runs")).isEmptyDirectory();
  }
}
