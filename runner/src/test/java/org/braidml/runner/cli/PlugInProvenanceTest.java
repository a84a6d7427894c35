package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.braidml.runner.TestJars.ENCODERS;
import static org.braidml.runner.TestJars.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.plugin.ApiVersion;
import org.braidml.runner.Golden;
import org.braidml.runner.TestJars;
import org.braidml.runner.cli.Session.Outcome;
import org.braidml.runner.run.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run and its bundle hold of a third party's jar, and what is said when it is another. */
final class PlugInProvenanceTest {

  @TempDir static Path folder;

  private static Session session = new Session(Path.of("."));
  private static TestJars jars = new TestJars(Path.of("."));
  private static Path jar = Path.of(".");
  private static Path run = Path.of(".");

  @BeforeAll
  static void trainWithThePlugIn() throws IOException {
    session = new Session(folder).withExperiments();
    jars = TestJars.compile(folder.resolve("made"), Map.of("good.E", encoder("good", "good")));
    jar = jar("1.0", "").to(folder.resolve("plugins/good-1.0.jar"));
    Outcome outcome =
        session.braid(
            "train",
            session.path("reviews.conf"),
            "--set",
            "model.encoders.review.type=good",
            "--plugins",
            session.path("plugins"),
            "--runs",
            session.path("runs"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    try (Stream<Path> runs = Files.list(folder.resolve("runs/reviews"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  private static TestJars.Jar jar(String version, String readMe) {
    return jars.of("good")
        .with(ENCODERS, "good.E\n")
        .with("README", readMe)
        .stating("Implementation-Version", version)
        .stating("Braid-Api", ApiVersion.CURRENT.compatible().toString());
  }

  private static Outcome predict(String... more) {
    Stream<String> all =
        Stream.of(
            "predict",
            run.toString(),
            "--in",
            session.path("reviews.csv"),
            "--out",
            session.path("out.csv"));
    return session.braid(Stream.concat(all, Stream.of(more)).toArray(String[]::new));
  }

  private static String neutral(String text) {
    return text.replace(String.valueOf(run.getFileName()), "<run>")
        .replaceAll("\\b[0-9a-f]{12}\\b", "<sha-256>");
  }

  @Test
  void environmentAndBundleHoldJarVersionAndSum() throws IOException {
    String facts = "\"jar\" : \"good-1.0.jar\", \"sha-256\" : \"" + Sha256.of(jar) + "\", ";
    assertThat(text("environment.json"))
        .contains("\"good\" : { " + facts + "\"version\" : \"1.0\" }");
    assertThat(text("bundle/bundle.json"))
        .contains(
            "\"id\" : \"good\", "
                + facts
                + "\"spi\" : \"sequence-encoder\", \"version\" : \"1.0\"");
  }

  private static String text(String file) throws IOException {
    return Files.readString(run.resolve(file)).replaceAll("\\s+", " ");
  }

  @Test
  void theSameJarIsUsedWithoutAWord() {
    Outcome outcome = predict("--plugins", session.path("plugins"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("40 predictions");
  }

  @Test
  void aMissingJarIsRefused() throws IOException {
    Outcome outcome = predict();
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/bundle-jar-missing", neutral(outcome.err()));
  }

  @Test
  void anotherVersionIsAWarning() throws IOException {
    jar("1.1", "").to(folder.resolve("newer/good-1.1.jar"));
    Outcome outcome = predict("--plugins", session.path("newer"));
    assertThat(outcome.code()).isZero();
    Golden.matches("messages/bundle-jar-version", neutral(outcome.err()));
  }

  @Test
  void anotherJarOfTheSameVersionIsAWarning() throws IOException {
    jar("1.0", "built again").to(folder.resolve("again/good-1.0.jar"));
    Outcome outcome = predict("--plugins", session.path("again"));
    assertThat(outcome.code()).isZero();
    Golden.matches("messages/bundle-jar-sum", neutral(outcome.err()));
  }
}
