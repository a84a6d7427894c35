package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code braid train} says of data and numbers that it cannot use. */
final class TrainMessagesTest {

  @TempDir Path folder;
  private Session session = new Session(Path.of("."));

  @BeforeEach
  void open() {
    session = new Session(folder).withExperiments();
  }

  private void refused(String golden, String... sets) throws IOException {
    Outcome outcome = session.train("reviews.conf", sets);
    assertThat(outcome.code()).isEqualTo(2);
    Golden.matches("messages/" + golden, outcome.err());
  }

  private void refusedData(String golden, String text) throws IOException {
    session.with("reviews.csv", text);
    refused(golden);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void aSoundExperimentSaysNothingOnStandardError(String engine) {
    Outcome outcome = session.train("reviews.conf", "engine=" + engine);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(engine + " ", "1 thread, cpu\n", "those of epoch 1 of 1; ", "bundle ");
  }

  @Test
  void whatDoesNotGoWithShardsIsTold() throws IOException {
    refused("shards-word", "training.shards=two");
    refused("shards-threads", "training.shards=2", "threads=2");
    refused(
        "shards-stateful",
        "training.shards=auto",
        "training.stateful=true",
        "training.shuffle=false");
  }

  @Test
  void whatDoesNotGoWithSparseTablesIsTold() throws IOException {
    refused("sparse-sgd", "model.inputs.review.sparse=true", "training.optimizer.type=sgd");
    refused(
        "sparse-decay", "model.inputs.review.sparse=true", "training.optimizer.weight-decay=0.1");
    refused(
        "sparse-frozen", "model.inputs.review.sparse=true", "model.inputs.review.trainable=false");
  }

  @Test
  void measuredShardsStandInTheResolvedConfiguration() throws IOException {
    Outcome outcome =
        session.train("reviews.conf", "training.shards=auto", "model.inputs.review.sparse=true");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).containsPattern("training\\.shards = [12]: ");
    try (Stream<Path> files = Files.walk(folder)) {
      Path resolved =
          files.filter(file -> file.endsWith("resolved.conf")).findFirst().orElseThrow();
      assertThat(Files.readString(resolved)).containsPattern("shards=\"?(auto-1|[2-9])\"?\n");
    }
  }

  @Test
  void aMissingFileIsToldWithTheNearestAndTheKeysLine() throws IOException {
    refused("data-missing-file", "data.source=revews.csv");
    session.with("reviews.conf", Session.REVIEWS.replace("reviews.csv", "review.csv"));
    refused("data-missing-file-in-file");
  }

  @Test
  void missingColumnsAreToldWithTheLineThatAsksForThem() throws IOException {
    refusedData("data-missing-columns", "review,age,sgment,lable\nx,1,a,0\n");
  }

  @Test
  void anEmptySourceIsTold() throws IOException {
    refusedData("data-empty", "");
  }

  @Test
  void aHeaderWithoutRowsIsTold() throws IOException {
    refusedData("data-header-only", Session.HEADER);
  }

  @Test
  void textWhereANumberBelongsIsToldWithTheLineOfTheData() throws IOException {
    refusedData(
        "data-text-for-number",
        Session.HEADER + "x,1,a,0\ny,old,a,1\nz,3,a,0\nu,older,b,1\nv,1e300,b,0\n");
    refusedData("data-number-too-large", Session.HEADER + "x,1,a,0\ny,1e300,a,1\nz,3,a,0\n");
  }

  @Test
  void aConstantTargetIsTold() throws IOException {
    refusedData("data-constant-target", Session.HEADER + "x,1,a,1\ny,2,a,1\nz,3,a,1\nu,4,b,1\n");
  }

  @Test
  void boxesThatDoNotGoTogetherAreToldAtTheirKeysHereToo() throws IOException {
    refused("train-graph", "model.encoders.writer.condition-on=review");
  }

  @Test
  void aMetricThatNoHeadReportsIsToldBeforeTheFirstStep() throws IOException {
    Outcome outcome = session.train("reviews.conf", "training.early-stopping.monitor=rmse");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).doesNotContain("epoch");
    Golden.matches("messages/train-monitor", outcome.err());
  }

  @Test
  void epochsWithoutAFullBatchAreRefusedIfOthersAreDropped() {
    Outcome outcome =
        session.train("reviews.conf", "training.drop-last=true", "training.batch-size=64");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).doesNotContain("epoch");
    assertThat(outcome.err())
        .contains("training.batch-size = 64: no batch is full with 28 training rows")
        .contains("at --set #2")
        .contains("set training.drop-last = false");
  }

  @Test
  void withoutValidationRowsTheLastEpochStaysWhateverCountsAsAnImprovement() {
    Outcome outcome =
        session.train(
            "numbers.conf",
            "data.split.validation=0",
            "training.epochs=3",
            "training.early-stopping.min-delta=2");
    assertThat(outcome.out()).contains("those of epoch 3 of 3");
  }

  @Test
  void ofSeveralHeadsTheFirstOnesMetricIsShown() {
    session.with(
        "two.conf",
        Session.NUMBERS
            .replace("target { column = y, kind", "targets.a { column = y, kind")
            .replace("head { type", "heads.a { type")
            .replace("fields.x", "targets.b { column = y, kind = regression }\n  fields.x")
            .replace("merger {", "heads.b { type = regression }\n  merger {"));
    Outcome outcome = session.train("two.conf");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).containsPattern("validation [0-9.]+  a\\.rmse [0-9.]+ ");
  }

  @Test
  void notesFitATerminal() {
    Outcome outcome = session.train("reviews.conf", "model.encoders.review.type=mean-embedding");
    assertThat(outcome.out()).contains("note: --set #1 changes").contains("hidden-size");
    assertThat(outcome.out().lines().dropWhile(line -> !line.startsWith("note: ")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void aMetricThatIsNeverDefinedIsToldInsteadOfKeepingUntrainedParameters() throws IOException {
    StringBuilder rows = new StringBuilder("review,age,segment,label,side\n");
    for (int i = 0; i < 12; i++) {
      boolean validation = i % 4 == 1;
      rows.append("x," + i + ",a," + i % 2 + ',' + (validation ? "validation" : "train") + '\n');
    }
    session.with("reviews.csv", rows.toString());
    refused(
        "train-undefined-metric",
        "data.split.column=side",
        "training.early-stopping.monitor=roc-auc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void aLossThatIsNotFiniteNamesTheFirstBoxAtFault(String engine) throws IOException {
    Outcome outcome =
        session.train("numbers.conf", "engine=" + engine, "training.optimizer.learning-rate=1e30");
    assertThat(outcome.code()).isEqualTo(1);
    Golden.matches(
        "messages/loss-not-finite", outcome.err().replaceAll("Infinity|NaN", "<not finite>"));
  }

  @Test
  void aHugeNumberInTheDataNamesTheFirstBoxThatItOverflows() throws IOException {
    String names = IntStream.range(0, 64).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    StringBuilder rows = new StringBuilder(names + ",y\n");
    for (int i = 0; i < 20; i++) {
      rows.append("3e38,".repeat(64) + i + '\n');
    }
    session.with("numbers.csv", rows.toString());
    Outcome outcome =
        session.train(
            "numbers.conf",
            "data.fields.x={kind = static, numeric = [" + names + "], scaling = none}",
            "model.encoders.x.units=[64]");
    assertThat(outcome.code()).isEqualTo(1);
    Golden.matches(
        "messages/data-overflows", outcome.err().replaceAll("Infinity|NaN", "<not finite>"));
  }

  @Test
  void aValidationLossThatIsNotFiniteEndsTheRun() throws IOException {
    Outcome outcome =
        session.train(
            "numbers.conf", "training.batch-size=64", "training.optimizer.learning-rate=1e30");
    assertThat(outcome.code()).isEqualTo(1);
    Golden.matches(
        "messages/validation-loss-not-finite",
        outcome.err().replaceAll("Infinity|NaN", "<not finite>"));
  }

  /** With a checkpoint after every step: that of the first would hold what it spoilt. */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void parametersThatAreNotFiniteAreNeverSaved(String engine) throws IOException {
    Outcome outcome =
        session.train(
            "numbers.conf",
            "engine=" + engine,
            "training.optimizer={type = sgd, learning-rate = 1e39}",
            "training.checkpoint.every-minutes=1e-9");
    assertThat(outcome.code()).isEqualTo(1);
    Golden.matches("messages/parameters-not-finite", outcome.err());
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.endsWith("checkpoint.json"));
    }
  }

  @Test
  void aDeviceThatIsNotThereIsTold() throws IOException {
    refused("no-such-device", "engine=PyTorch", "device=gpu(9)");
    refused("device-of-other-engine", "engine=MXNet", "device=gpu(0)");
  }

  @Test
  void runsThatCannotBeWrittenAreAFailureNotARefusal() {
    Outcome outcome =
        session.braid("train", session.path("reviews.conf"), "--runs", session.path("reviews.csv"));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("braid: <folder>/reviews.csv")
        .endsWith("run it again with --verbose for the stack trace\n");
  }
}
