package org.braidml.runner.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.braidml.runner.TestJars.ENCODERS;
import static org.braidml.runner.TestJars.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.api.plugin.ApiVersion;
import org.braidml.runner.Golden;
import org.braidml.runner.TestJars;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of broken jars of plug-ins, and that the good one beside them goes on working. */
final class BrokenJarsTest {

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          entry("good.E", encoder("good", "good")),
          entry("plain.E", encoder("plain", "plain")),
          entry("other.E", encoder("other", "plain")),
          entry("like.E", encoder("like", "lstm")),
          entry(
              "refusing.E",
              encoder(
                  "refusing",
                  "refusing",
                  "if (true) throw new IllegalStateException(\"no licence\");",
                  "",
                  "",
                  "Masked.mean(x)")),
          entry(
              "unbuilt.E",
              encoder(
                  "unbuilt",
                  "unbuilt",
                  "",
                  "if (true) throw new IllegalStateException(\"no table\");",
                  "",
                  "Masked.mean(x)")),
          entry(
              "failing.E",
              encoder(
                  "failing",
                  "failing",
                  "",
                  "",
                  "if (true) throw new IllegalStateException(\"no such step\");",
                  "Masked.mean(x)")),
          entry(
              "narrow.E", encoder("narrow", "narrow", "", "", "", "Masked.mean(x).get(\":, :1\")")),
          entry("shared.Table", "package shared; public final class Table {}"));

  @TempDir static Path compiled;
  @TempDir Path folder;

  private static TestJars jars = new TestJars(Path.of("."));
  private Session session = new Session(Path.of("."));

  @BeforeAll
  static void compile() throws IOException {
    jars = TestJars.compile(compiled, SOURCES);
  }

  @BeforeEach
  void aGoodJarIsThere() throws IOException {
    session = new Session(folder).withExperiments();
    plugIn("good").to(plugins("good-1.0.jar"));
  }

  private Path plugins(String jar) {
    return folder.resolve("plugins").resolve(jar);
  }

  private static TestJars.Jar plugIn(String name, String... more) {
    String[] packages = Stream.concat(Stream.of(name), Stream.of(more)).toArray(String[]::new);
    return jars.of(packages)
        .with(ENCODERS, name + ".E\n")
        .stating("Braid-Api", ApiVersion.CURRENT.compatible().toString());
  }

  private Outcome with(String encoder, String command, String... more) {
    Stream<String> all =
        Stream.of(
            command,
            session.path("reviews.conf"),
            "--plugins",
            session.path("plugins"),
            "--set",
            "model.encoders.review.type=" + encoder);
    return session.braid(Stream.concat(all, Stream.of(more)).toArray(String[]::new));
  }

  /** What {@code plugins} lists of third parties, and what {@code check} tells beside its table. */
  private void told(String golden) throws IOException {
    Outcome listed = session.braid("plugins", "--plugins", session.path("plugins"));
    assertThat(listed.code()).isZero();
    assertThat(listed.err()).isEmpty();
    Outcome checked = with("good", "check");
    assertThat(checked.err()).doesNotContain("good-1.0.jar");
    assertThat(checked.code()).as(checked.err()).isZero();
    assertThat(checked.out()).contains("encoders.review  good");
    String thirdParties =
        Stream.of(listed.out().split("\n\n"))
            .filter(part -> !part.matches("(?s)\n*(braid-\\S+\\.jar|classes), version .*"))
            .collect(Collectors.joining("\n\n"));
    assertThat(thirdParties).contains("good-1.0.jar, version 1.0\n  sequence-encoder  good");
    Golden.matches(
        "messages/jar-" + golden, neutral(thirdParties + "\n---- check\n" + checked.err()));
  }

  private static String neutral(String text) {
    return text.replace(ApiVersion.CURRENT.compatible().toString(), "<this range>")
        .replaceAll("Braid(\\s+)" + ApiVersion.CURRENT, "Braid$1<version>")
        .replace("this is Java " + Runtime.version().feature(), "this is Java <java>")
        // A folder of classes or a jar: its name decides where the lines end.
        .replaceAll(
            "\\s+(?:braid-\\S+\\.jar|(?<=in\\s{1,9}|does\\s{1,9})classes)(?=\\W)", " <Braid's>")
        .replaceAll("(?<=<Braid's>, which Braid)\\s+(?=brings)", " ");
  }

  @Test
  void aJarWithoutAServiceFile() throws IOException {
    jars.of("plain").to(plugins("plain-1.0.jar"));
    told("no-service-file");
  }

  @Test
  void aServiceFileThatNamesAMissingClass() throws IOException {
    plugIn("plain")
        .with(ENCODERS, "plain.E\nplain.Renamed # was Old\n")
        .to(plugins("plain-1.0.jar"));
    told("missing-class");
  }

  @Test
  void aConstructorThatThrows() throws IOException {
    plugIn("refusing").to(plugins("refusing-1.0.jar"));
    told("constructor-throws");
  }

  @Test
  void twoJarsOfOneId() throws IOException {
    plugIn("plain").to(plugins("plain-1.0.jar"));
    plugIn("other").to(plugins("zother-1.0.jar"));
    told("duplicate-id");
    Outcome used = with("plain", "check");
    assertThat(used.code()).isEqualTo(2);
    Golden.matches("messages/jar-duplicate-id-used", neutral(used.err()));
  }

  @Test
  void aJarThatClaimsAnIdOfBraid() throws IOException {
    plugIn("like").to(plugins("like-1.0.jar"));
    told("built-in-id");
    assertThat(with("gru", "check").code()).isZero();
    assertThat(with("lstm", "check").code()).isEqualTo(2);
  }

  @Test
  void aFatJarThatLostItsServiceFiles() throws IOException {
    jars.of("plain", "shared")
        .with("META-INF/maven/com.example/plain/pom.properties", "version=1.0")
        .with("META-INF/maven/com.example/shared/pom.properties", "version=1.0")
        .with("reference.conf", "braid.defaults.sequence-encoder { plain {}, far {} }")
        .to(plugins("plain-all-1.0.jar"));
    told("fat-jar");
  }

  @Test
  void aJarOfANewerJava() throws IOException {
    plugIn("plain").ofJava(80).to(plugins("plain-1.0.jar"));
    told("newer-java");
  }

  @Test
  void aJarForAnotherVersionOfTheApi() throws IOException {
    plugIn("plain").stating("Braid-Api", "[7.1,7.2)").to(plugins("plain-1.0.jar"));
    told("other-api");
    plugIn("plain").stating("Braid-Api", "7.1 or so").to(plugins("plain-1.0.jar"));
    told("no-range");
  }

  @Test
  void classesThatTwoJarsHold() throws IOException {
    plugIn("plain", "shared").to(plugins("plain-1.0.jar"));
    plugIn("other", "shared").to(plugins("zother-1.0.jar"));
    told("duplicate-classes");
  }

  @Test
  void classesOfBraidsOwn() throws IOException {
    TestJars.Jar jar = plugIn("plain");
    jar.with("org/braidml/api/Plugin.class", "").to(plugins("plain-1.0.jar"));
    told("bundled-api");
  }

  @Test
  void aFileThatIsNoJar() throws IOException {
    Files.writeString(plugins("cut-1.0.jar"), "PK");
    told("unreadable");
  }

  @Test
  void aJarThatStatesNoRangeAndALibrary() throws IOException {
    jars.of("plain").with(ENCODERS, "plain.E\n").to(plugins("plain-1.0.jar"));
    jars.of("shared").to(plugins("shared-1.0.jar"));
    told("no-api");
  }

  private void fails(String encoder, String golden) throws IOException {
    plugIn(encoder).to(plugins(encoder + "-1.0.jar"));
    Outcome failed = with(encoder, "train", "--runs", session.path("runs"));
    assertThat(failed.code()).isEqualTo(1);
    Golden.matches("messages/jar-" + golden, failed.err());
    Outcome good = with("good", "train", "--runs", session.path("runs"));
    assertThat(good.err()).isEmpty();
    assertThat(good.code()).isZero();
  }

  @Test
  void anEncoderThatThrows() throws IOException {
    fails("failing", "encoder-throws");
  }

  @Test
  void anEncoderThatCannotBeBuilt() throws IOException {
    fails("unbuilt", "encoder-unbuilt");
  }

  @Test
  void anEncoderThatGivesAWrongSize() throws IOException {
    fails("narrow", "encoder-narrow");
  }

  @Test
  void aFolderOfJarsThatIsNone() throws IOException {
    Outcome outcome =
        session.braid(
            "plugins",
            "--plugins",
            session.path("plug-ins"),
            "--plugins",
            session.path("reviews.csv"));
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/jar-no-folder", outcome.err());
  }

  @Test
  void aFolderWithoutJars() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Outcome outcome =
        session.braid("check", session.path("numbers.conf"), "--plugins", session.path("empty"));
    assertThat(outcome.code()).isZero();
    Golden.matches("messages/jar-empty-folder", outcome.err());
  }
}
