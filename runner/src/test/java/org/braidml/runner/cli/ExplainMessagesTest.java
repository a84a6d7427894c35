package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.api.run.Attention;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid explain} shows, and what it refuses. */
final class ExplainMessagesTest {

  private static final String ATTENTION =
      "model.encoders.review.pooling={type=additive-attention, size=2}";

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path attending = Path.of(".");

  @BeforeAll
  static void train() throws IOException {
    Session session = new Session(shared).withExperiments();
    assertThat(session.train("reviews.conf", ATTENTION).code()).isZero();
    attending = run(shared, "reviews");
  }

  private static Path run(Path folder, String experiment) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs").resolve(experiment))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private Session session() {
    return new Session(folder).withExperiments();
  }

  @Test
  void everyTokenHasItsWeight() {
    Session session = session();
    Outcome outcome =
        session.braid("explain", attending.toString(), "--in", session.path("reviews.csv"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("6 of 40 rows, evenly spread\n\nencoders.review, over review\n")
        .contains("Deletion was not checked")
        .containsPattern("Row 0: predicted [01] \\(0\\.\\d\\d\\)\n  bad and poor\n")
        .containsPattern("     2  and   0\\.\\d{3}  #+\n")
        .contains("Row 33: predicted ")
        .endsWith("a state carries\nwhat stood before and after its step.\n");
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void aPageIsWrittenInstead() throws IOException {
    Session session = session();
    Outcome outcome =
        session.braid(
            "explain",
            attending.toString(),
            "--in",
            session.path("reviews.csv"),
            "--out",
            session.path("why.html"),
            "--rows",
            "2");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(0, "2 of 40 rows, evenly spread: explained in <folder>/why.html\n", ""));
    assertThat(Files.readString(folder.resolve("why.html")))
        .contains("<h1>reviews.csv</h1>", "<h3>encoders.review, over review</h3>");
  }

  @Test
  void aRunWithoutWeightsNamesPoolingsThatHaveThem() throws IOException {
    Session session = session();
    assertThat(session.train("reviews.conf").code()).isZero();
    Outcome outcome =
        session.braid(
            "explain", run(folder, "reviews").toString(), "--in", session.path("reviews.csv"));
    refused("explain-no-weights", outcome);
  }

  @Test
  void aRunWithoutSequencesHasNothingToExplain() throws IOException {
    Session session = session();
    assertThat(session.train("numbers.conf").code()).isZero();
    Outcome outcome =
        session.braid(
            "explain", run(folder, "numbers").toString(), "--in", session.path("numbers.csv"));
    refused("explain-no-sequence", outcome);
  }

  @Test
  void theCommandLineIsCheckedFirst() throws IOException {
    Session session = session();
    refused(
        "explain-files",
        session.braid(
            "explain",
            attending.toString(),
            "--in",
            session.path("review.csv"),
            "--out",
            session.path("no/such/out.html")));
    refused(
        "explain-rows",
        session.braid(
            "explain", attending.toString(), "--in", session.path("reviews.csv"), "--rows", "0"));
  }

  @Test
  void longRowsAndStrangeTokensFitATerminal() throws IOException {
    List<String> words =
        IntStream.range(0, 30).mapToObj(step -> step == 4 ? "\u001b[2J" : "word" + step).toList();
    List<Double> weights = IntStream.range(0, 30).mapToObj(step -> (step + 1) / 465.0).toList();
    Attention.Example text =
        new Attention.Example(3, "predicted yes (0.91)", words, " ", List.of(), weights);
    Attention.Example series =
        new Attention.Example(
            4, "predicted 2.5", List.of(), " ", List.of(List.of(1.0, 2.0)), List.of(0.25, 0.75));
    Attention.Example empty = new Attention.Example(5, "", List.of(), " ", List.of(), List.of());
    Attention.Check check = new Attention.Check("head", true, 60, 0.31, 0.01, 0.05, 0.2, 0.32);
    String shown =
        AttentionText.of(new Attention("text", "text", List.of(text, series, empty), check));
    assertThat(shown.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
    assertThat(shown).doesNotContain("\u001b");
    Golden.matches("messages/explain-text", shown);
  }

  private void refused(String golden, Outcome outcome) throws IOException {
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    Golden.matches(
        "messages/" + golden, outcome.err().replaceAll("runs/(\\w+)/\\d+-\\d+", "runs/$1/<run>"));
  }
}
