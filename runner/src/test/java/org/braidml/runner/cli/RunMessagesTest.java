package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.braidml.runner.run.Folders;
import org.braidml.runner.run.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code resume}, {@code reproduce} and {@code diff} say of run directories. */
final class RunMessagesTest {

  private static final String BATCH_SIZE = "training.batch-size=4";

  @TempDir Path folder;
  private Session session = new Session(Path.of("."));

  @BeforeEach
  void open() {
    session = new Session(folder).withExperiments();
  }

  /** Trains; the run is in {@code runs/<experiment>/<name>}. */
  private RunDirectory run(String name, String... sets) throws IOException {
    Outcome outcome = session.train("reviews.conf", sets);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Path parent = folder.resolve("runs/reviews");
    try (Stream<Path> found = Files.list(parent)) {
      Path made =
          found
              .filter(path -> path.getFileName().toString().startsWith("2"))
              .findFirst()
              .orElseThrow();
      return new RunDirectory(Files.move(made, parent.resolve(name)));
    }
  }

  /** A run as it is after a kill in its first epoch. */
  private RunDirectory killed() throws IOException {
    RunDirectory run = run("killed");
    Folders.delete(run.bundle());
    Files.delete(run.reportHtml());
    return run;
  }

  private void told(String golden, int code, String... command) throws IOException {
    Outcome outcome = session.braid(command);
    assertThat(outcome.code()).as(outcome.out()).isEqualTo(code);
    Golden.matches("messages/" + golden, outcome.err());
  }

  @Test
  void aFolderThatIsNotThereOrHoldsNoRunIsRefused() throws IOException {
    told("resume-absent", 2, "resume", session.path("runs/reviews/20260101-000000"));
    told("resume-foreign", 2, "resume", folder.toString());
    killed();
    told("resume-parent", 2, "resume", session.path("runs"));
  }

  @Test
  void aRunThatWasKilledBeforeItsFirstCheckpointBeginsAnew() throws IOException {
    RunDirectory run = killed();
    String metrics = Files.readString(run.metrics());
    Files.writeString(run.metrics(), metrics + "{\"epoch\":2,\"st");
    Outcome outcome = session.braid("resume", run.path().toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(run.metrics()).hasContent(metrics);
    assertThat(session.braid("resume", run.path().toString()).out())
        .isEqualTo("<folder>/runs/reviews/killed is finished: nothing is left to do\n");
  }

  @Test
  void otherDataAreRefusedUnlessAskedFor() throws IOException {
    RunDirectory run = killed();
    session.with("reviews.csv", Files.readString(folder.resolve("reviews.csv")) + "new,1,a,1\n");
    Outcome refused = session.braid("resume", run.path().toString());
    assertThat(refused.code()).isEqualTo(2);
    Golden.matches("messages/resume-other-data", refused.err().replaceAll("[0-9a-f]{64}", "<sum>"));
    Outcome anyway = session.braid("resume", run.path().toString(), "--anyway");
    assertThat(anyway.code()).as(anyway.err()).isZero();
    assertThat(anyway.out()).contains("note: goes on although 2 things differ");
    assertThat(Files.readString(run.environment())).contains("resumed-with", "data.path.bytes");
  }

  @Test
  void anotherEngineOrMachineIsRefused() throws IOException {
    RunDirectory run = killed();
    String facts = Files.readString(run.environment());
    Files.writeString(
        run.environment(),
        facts
            .replaceFirst("\"threads\" : \\d+", "\"threads\" : 7")
            .replaceFirst("\"cpu\" : \"[^\"]*\"", "\"cpu\" : \"Z80\"")
            .replaceFirst("\"os\" : \"[^\"]*\"", "\"os\" : \"CP/M\""));
    Outcome refused = session.braid("resume", run.path().toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("engine.threads", "then 7", "now  1", "machine.cpu", "then Z80")
        .doesNotContain("CP/M");
  }

  @Test
  void aChangedConfigurationIsRefused() throws IOException {
    RunDirectory run = killed();
    Files.writeString(
        run.resolved(), Files.readString(run.resolved()).replace("epochs=1", "epochs=2"));
    told("resume-changed", 2, "resume", run.path().toString());
  }

  @Test
  void aRunThatIsUnderWayIsRefused() throws IOException {
    RunDirectory run = killed();
    Path file = run.path().resolve(".lock");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      told("resume-under-way", 2, "resume", run.path().toString());
    }
  }

  @Test
  void checkpointsThatCannotBeWrittenEndTheRunWithTheWayToGoOn() throws IOException {
    RunDirectory run = killed();
    Files.writeString(run.checkpoints(), "a file where a folder belongs");
    Outcome outcome = session.braid("resume", run.path().toString());
    assertThat(outcome.code()).isEqualTo(1);
    Golden.matches("messages/resume-cannot-write", outcome.err());
    Files.delete(run.checkpoints());
    assertThat(session.braid("resume", run.path().toString()).code()).isZero();
  }

  @Test
  void reproducingGivesTheSameBitsOrTellsWhatDiffers() throws IOException {
    RunDirectory run = run("first");
    Outcome same = session.braid("reproduce", run.path().toString());
    assertThat(same.code()).as(same.out()).isZero();
    assertThat(same.out())
        .containsPattern("parameters +the same bits\n")
        .containsPattern("metrics +the same bits\n")
        .containsPattern("predictions +the same bits\n");
    byte[] bytes = Files.readAllBytes(run.parameters());
    bytes[bytes.length - 4] ^= 1;
    Files.write(run.parameters(), bytes);
    Files.writeString(run.metrics(), Files.readString(run.metrics()).replace(":true", ":false"));
    Outcome other = session.braid("reproduce", run.path().toString());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out())
        .containsPattern("parameters +1 of \\d+ arrays differ, by at most \\S+, in\n +\\S+\n")
        .containsPattern("metrics +1 of 1 epochs differ, the first is number 1\n")
        .containsPattern("predictions +the same bits\n");
  }

  @Test
  void otherDataAreToldBeforeARunIsMadeAgain() throws IOException {
    RunDirectory run = run("first");
    session.with("reviews.csv", Files.readString(folder.resolve("reviews.csv")) + "new,1,a,1\n");
    Outcome other = session.braid("reproduce", run.path().toString());
    assertThat(other.code()).isEqualTo(1);
    String told = "note: not as when the run was made, so that its results may differ:";
    assertThat(other.out()).contains(told, "data.path.bytes");
    assertThat(other.out().indexOf(told)).isLessThan(other.out().indexOf("epoch"));
  }

  @Test
  void aRunThatDidNotEndCannotBeReproduced() throws IOException {
    told("reproduce-unfinished", 2, "reproduce", killed().path().toString());
  }

  @Test
  void aPlantedChangeIsFoundInEachOfFourClasses() throws IOException {
    RunDirectory first = run("first");
    assertThat(diff(first, run("again"))).containsPattern("(?s)(the same\n.*){4}");
    RunDirectory other = run("other", BATCH_SIZE);
    assertThat(diff(first, other))
        .containsPattern("configuration\n +training.batch-size +8 +4\n\ndata\n +the same")
        .containsPattern("versions\n +the same")
        .containsPattern("metrics\n(.*\n)* +test head.accuracy|best training-loss");
    Files.delete(other.environment());
    plant(
        first.environment(),
        "\"braid\" :",
        "\"tokenizers\" : {\"review\" : {\"sha-256\" : \"one\"}},"
            + " \"vectors\" : {\"review\" : {\"sha-256\" : \"one\"}}, \"braid\" :");
    Files.copy(first.environment(), other.environment());
    plant(other.environment(), "tokenizers(.*?)one(.*?)one", "tokenizers$1two$2two");
    plant(other.environment(), "\"cpu\" : \"[^\"]*\"", "\"cpu\" : \"Z80\"");
    plant(other.environment(), "\"bytes\" : \\d+", "\"bytes\" : 7");
    plant(other.split(), "\"train\" : \\[ ?\\d+,", "\"train\" : [ 99999,");
    String planted = diff(first, other);
    assertThat(planted)
        .containsPattern("versions\n +machine.cpu +\\S+.* +Z80\n\nmetrics")
        .containsPattern(
            "data\n +path.bytes +\\d+ +7\n +tokenizers.review.sha-256 +one +two\n"
                + " +vectors.review.sha-256 +one +two\n( .*\n)* +split.train")
        .contains("< " + "<folder>/runs/reviews/first", "> " + "<folder>/runs/reviews/other");
    assertThat(planted.lines().skip(2)).allMatch(line -> line.length() <= 80);
  }

  private String diff(RunDirectory first, RunDirectory second) {
    Outcome outcome = session.braid("diff", first.path().toString(), second.path().toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private static void plant(Path file, String what, String instead) throws IOException {
    String text = Files.readString(file);
    assertThat(text.replaceFirst(what, instead)).isNotEqualTo(text);
    Files.writeString(file, text.replaceFirst(what, instead));
  }
}
