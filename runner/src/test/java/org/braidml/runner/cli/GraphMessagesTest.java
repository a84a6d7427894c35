package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boxes that do not go together, each told with the line of its key. */
final class GraphMessagesTest {

  @TempDir Path folder;
  private Session session = new Session(Path.of("."));

  @BeforeEach
  void open() {
    session = new Session(folder).withExperiments();
  }

  private void refused(String golden, String... sets) throws IOException {
    Outcome outcome = session.check("reviews.conf", sets);
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/" + golden, outcome.err());
  }

  @Test
  void aGraphWithCyclesIsRefusedOncePerCycle() throws IOException {
    session.with(
        "reviews.conf",
        Session.REVIEWS
            + """
            model.encoders {
              review.condition-on = b
              b { input = review, type = lstm, condition-on = c }
              c { input = review, type = lstm, condition-on = review }
              self { input = review, type = lstm, condition-on = self }
              after { input = review, type = lstm, condition-on = self }
            }
            """);
    refused("graph-cycle");
  }

  @Test
  void namesThatDoNotExistAreToldTogether() throws IOException {
    refused(
        "graph-names",
        "model.encoders.writer.input=writr",
        "model.encoders.review.condition-on=write",
        "model.inputs.foo.type=one-hot",
        "model.head.on=states(revew)",
        "model.head.target=lable",
        "data.fields.\"a b\"={kind = text, column = x}");
  }

  @Test
  void statesOfAStaticEncoderDoNotExist() throws IOException {
    refused("graph-states-of-static", "model.head.on=states(writer)");
  }

  @Test
  void anEncoderOfTheOtherKindIsRefused() throws IOException {
    refused(
        "graph-encoder-kind", "model.encoders.writer.type=lstm", "model.encoders.review.type=mlp");
  }

  @Test
  void transformsOfAStaticFieldAreRefused() throws IOException {
    refused("graph-static-transforms", "model.encoders.writer.transforms=[{type = dropout}]");
  }

  @Test
  void aMissingInputIsTold() throws IOException {
    refused("graph-missing-input", "model.inputs.review=null");
  }

  @Test
  void anInputThatDoesNotFitItsFieldIsTold() throws IOException {
    refused("graph-wrong-input", "model.inputs.review={type = linear, size = 3}");
    refused("graph-static-input", "model.inputs.writer.type=one-hot");
  }

  @Test
  void aUselessInputIsTold() throws IOException {
    refused(
        "graph-useless-input",
        "data.fields.other={kind = text, column = x}",
        "model.inputs.other.type=one-hot");
  }

  @Test
  void aHeadOfAnotherKindThanItsTargetIsRefused() throws IOException {
    refused("graph-head-target", "model.head.type=regression");
  }

  @Test
  void aHeadThatReadsSomethingElseIsRefused() throws IOException {
    refused("graph-head-on", "model.head.on=all");
    refused("graph-head-on-states", "model.head.on=states(review)");
  }

  @Test
  void aConditionThatIsIgnoredIsRefused() throws IOException {
    refused("graph-condition-ignored", "model.encoders.writer.condition-on=review");
  }

  @Test
  void aConditionThatCannotActSoIsRefused() throws IOException {
    refused(
        "graph-condition-as",
        "model.encoders.review.condition-on=writer",
        "model.encoders.review.condition-as=query");
    refused("graph-condition-as-nothing", "model.encoders.review.condition-as=film");
    session.with(
        "reviews.conf",
        Session.REVIEWS
            + """
            model.encoders.mean { input = review, type = mean-embedding, condition-on = writer }
            model.encoders.mean.condition-as = film
            """);
    refused("graph-condition-as-ignored");
  }

  @Test
  void aConditionStandsInTheTable() throws IOException {
    Outcome outcome =
        session.check(
            "reviews.conf",
            "model.encoders.review.condition-on=writer",
            "model.encoders.review.condition-as=every-step");
    assertThat(outcome.code()).isZero();
    Golden.matches("messages/check-table-condition", outcome.out());
  }

  @Test
  void aPlugInThatRefusesWhatItReadsIsToldAtItsPlace() throws IOException {
    refused("graph-plug-in-refuses", "model.merger.type=sum", "model.encoders.writer.units=[3]");
  }

  @Test
  void aFieldThatNobodyReadsIsANoteOnly() {
    Outcome outcome = session.check("reviews.conf", "data.fields.other={kind = text, column = x}");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("note: no encoder reads the field other");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void aSoundModelIsATableThatFitsATerminal() throws IOException {
    Outcome outcome = session.check("reviews.conf");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    Golden.matches("messages/check-table", outcome.out());
  }
}
