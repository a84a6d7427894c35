package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.plugin.Registry;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.plugin.PluginPath;
import org.braidml.runner.train.StopSignal;
import org.braidml.runner.train.TrainingStoppedException;
import org.braidml.runner.wiring.RunModule;
import org.braidml.runner.wiring.Wiring;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped after chosen steps, within epochs and between them, and goes on. */
class StopTest {

  /** Five batches an epoch. */
  private static final List<String> SETTINGS =
      List.of(
          "training.epochs=5",
          "training.schedule={type = plateau, patience = 0, factor = 0.5, warm-up-steps = 9}",
          "training.early-stopping.patience=2",
          "training.checkpoint.every-epochs=2");

  @TempDir Path folder;
  private final Injector injector =
      Wiring.wire(PluginPath.open(List.of(), StopTest.class.getClassLoader()));
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type = adam, learning-rate = 0.05}",
        "{type = adamw, learning-rate = 0.05}",
        "{type = sgd, learning-rate = 0.5, momentum = 0.9}",
        "{type = sgd, learning-rate = 0.5}"
      })
  void everyOptimizerGoesOnWithItsState(String optimizer) throws Exception {
    stoppedIsNeverStopped("PyTorch", List.of(7, 4), "training.optimizer=" + optimizer);
    stoppedIsNeverStopped("MXNet", List.of(3), "training.optimizer=" + optimizer);
  }

  /** The sixth question is asked after the last step of an epoch is validated. */
  @EachEngine
  void atTheEdgesOfAnEpochToo(String engine) throws Exception {
    String[] fast = {"training.optimizer.learning-rate=0.05", "training.accumulate=2"};
    stoppedIsNeverStopped(engine, List.of(5), fast[0]);
    stoppedIsNeverStopped(engine, List.of(6, 5, 1), fast[0]);
    stoppedIsNeverStopped(engine, List.of(2, 2), fast);
  }

  @EachEngine
  void theStateThatRowsCarryToTheNextGoesOn(String engine) throws Exception {
    shop.write("pieces.csv", NextTokenRunTest.pieces(40, 6));
    Path pieces = shop.write("pieces.conf", NextTokenRunTest.EXPERIMENT);
    stoppedIsNeverStopped(pieces, engine, List.of(3, 9), "training.batch-size=4");
  }

  @EachEngine
  void shardsOfABatchGoOn(String engine) throws Exception {
    String shards = "training.shards=2";
    stoppedIsNeverStopped(engine, List.of(4), "training.optimizer.learning-rate=0.05", shards);
  }

  /** A tokenizer and word vectors, both gone by the time that the run goes on. */
  /** One example a batch has one shard, on an engine that was loaded for several. */
  @EachEngine
  void aMeasurementThatChoosesOneShardIsRepeatedOnAnEngineLoadedAlike(String engine)
      throws Exception {
    String[] auto = {"training.shards=auto", "training.batch-size=1", "training.epochs=2"};
    RunDirectory run = stoppedIsNeverStopped(shop.file, engine, List.of(40), auto);
    assertThat(Files.readString(run.resolved())).containsPattern("shards=\"?auto-1\"?\n");
    assertThat(FlatFacts.flatten(RunFiles.environment(run).orElseThrow()))
        .containsEntry("engine.side-by-side", "true");
    assertThat(shop.braid("reproduce", run.path().toString())).as(shop.err + shop.out).isZero();
    assertThat(shop.out)
        .containsPattern("parameters +the same bits\n")
        .doesNotContain("training.shards", "what differs around it");
  }

  @EachEngine
  void filesBesideTheRowsAreNeededOnlyOnce(String engine) throws Exception {
    Path tokenizer = folder.resolve("tokenizer.json");
    Files.copy(Path.of("src/test/resources/subwords/wordpiece.json"), tokenizer);
    Path words = shop.write("words.txt", "lovely 1 2 3 4 5 6\nawful -1 -2.5 -3 1e-9 -5 0.1\n");
    List<String> files =
        List.of(
            "model.inputs.review.vectors=words.txt",
            "data.fields.parts={kind=tokens, column=Review, tokenizer=tokenizer.json, max-length=9}",
            "model.inputs.parts={type=embedding, size=3}",
            "model.encoders.parts={type=mean-embedding}");
    List<String> sets = new ArrayList<>(SETTINGS);
    sets.addAll(files);
    RunDirectory whole = shop.train(shop.file, engine, sets.toArray(new String[0]));
    RunDirectory run = stopped(shop.file, engine, 7, files);
    Files.delete(tokenizer);
    Files.writeString(words, "lovely 6 5 4 3 2 1\n");
    Path copy = run.files().resolve("tokenizers/parts/tokenizer.json");
    String text = Files.readString(copy);
    Files.writeString(copy, text + "\n");
    assertThat(shop.braid("resume", run.path().toString())).isEqualTo(2);
    assertThat(shop.err).contains("tokenizers.parts.sha-256");
    Files.writeString(copy, text);
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).contains("2 of 8 words (25.0 %) have a vector in words.txt");
    same(run, whole);

    Files.delete(words);
    assertThat(shop.braid("reproduce", run.path().toString())).as(shop.err + shop.out).isZero();
    assertThat(shop.out)
        .containsPattern("parameters +the same bits\n")
        .containsPattern("metrics +the same bits\n")
        .containsPattern("predictions +the same bits\n")
        .doesNotContain("what differs around it");
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
  }

  @EachEngine
  void aBrokenCheckpointGivesWayToTheOneBefore(String engine) throws Exception {
    RunDirectory whole = shop.train(shop.file, engine, SETTINGS.toArray(new String[0]));
    RunDirectory run = stopped(shop.file, engine, 16, List.of());
    List<String> names = ChildBraid.checkpoints(run);
    assertThat(names).hasSize(2);
    cutShort(run, names.get(1));
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out.replaceAll("\n +", " "))
        .contains("is not whole (arrays.safetensors is altered or cut short) and is passed over")
        .contains("note: goes on after epoch 2\n");
    same(run, whole);
  }

  private static void cutShort(RunDirectory run, String checkpoint) throws IOException {
    Path arrays = run.checkpoints().resolve(checkpoint).resolve("arrays.safetensors");
    Files.write(arrays, java.util.Arrays.copyOf(Files.readAllBytes(arrays), 1000));
  }

  @Test
  void brokenCheckpointsMakeRoomForNewOnesAlone() throws Exception {
    RunDirectory run = stopped(shop.file, "PyTorch", 16, List.of());
    List<String> names = ChildBraid.checkpoints(run);
    cutShort(run, names.get(0));
    Files.writeString(run.checkpoints().resolve(names.get(1)).resolve("checkpoint.json"), "");
    Experiment experiment = RunFiles.experiment(run, injector.getInstance(Registry.class));
    assertThatThrownBy(() -> run(experiment, run, 3).resume(false))
        .isInstanceOf(TrainingStoppedException.class);
    assertThat(ChildBraid.checkpoints(run)).containsExactly("epoch-000001-batch-00000003");
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).contains("note: goes on in epoch 1, after batch 3\n");
  }

  /** A link that leads to itself is an error of the system, as a disk that fails is. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "asks for the words of its errors")
  void aCheckpointThatCannotBeReadEndsTheCommandAndStays() throws Exception {
    RunDirectory whole = shop.train(shop.file, "PyTorch", SETTINGS.toArray(new String[0]));
    RunDirectory run = stopped(shop.file, "PyTorch", 16, List.of());
    List<String> names = ChildBraid.checkpoints(run);
    Path newest = run.checkpoints().resolve(names.get(1));
    Path arrays = newest.resolve("arrays.safetensors");
    Path elsewhere = Files.move(arrays, folder.resolve("arrays"));
    Files.createSymbolicLink(arrays, arrays.getFileName());
    assertThat(shop.braid("resume", run.path().toString())).isEqualTo(1);
    assertThat(shop.err.replaceAll("\n +", " "))
        .contains(newest + ": cannot be read: Too many levels of symbolic links")
        .contains("once that is mended, go on with: braid resume " + run.path());
    assertThat(ChildBraid.checkpoints(run)).isEqualTo(names);
    Files.delete(arrays);
    Files.move(elsewhere, arrays);
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).doesNotContain("passed over");
    same(run, whole);
  }

  @Test
  void rowsThatAreLeftOutStayOutAndAreWrittenDown() throws Exception {
    shop.write("shop.csv", Shop.rows(120) + "cut short\nlovely,old,N,yes\n");
    String[] skip = {"data.source={path = shop.csv, on-bad-row = skip}"};
    stoppedIsNeverStopped(shop.file, "PyTorch", List.of(4), skip);
    RunDirectory run = shop.train(shop.file, "PyTorch", skip[0], "training.epochs=1");
    assertThat(shop.out.replaceAll("\n +", " "))
        .contains(
            "note: 2 bad rows are left out, 120 kept; the first at shop.csv:122: 1 value, where");
    assertThat(run.refused())
        .hasContent(
            """
            place,column,value,reason
            shop.csv:122,,cut short,"1 value, where the first record has 4: cut short"
            shop.csv:123,Age,old,no number of 32 bits
            """);
    assertThat(shop.braid("reproduce", run.path().toString())).as(shop.err + shop.out).isZero();
  }

  private void stoppedIsNeverStopped(String engine, List<Integer> questions, String... more)
      throws Exception {
    stoppedIsNeverStopped(shop.file, engine, questions, more);
  }

  private RunDirectory stoppedIsNeverStopped(
      Path file, String engine, List<Integer> questions, String... more) throws Exception {
    List<String> sets = new ArrayList<>(SETTINGS);
    sets.addAll(List.of(more));
    RunDirectory whole = shop.train(file, engine, sets.toArray(new String[0]));
    RunDirectory run = stopped(file, engine, questions.get(0), List.of(more));
    for (int asked : questions.subList(1, questions.size())) {
      Experiment experiment = RunFiles.experiment(run, injector.getInstance(Registry.class));
      assertThatThrownBy(() -> run(experiment, run, asked).resume(false))
          .isInstanceOf(TrainingStoppedException.class);
    }
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    same(run, whole);
    return run;
  }

  private RunDirectory stopped(Path file, String engine, int asked, List<String> more)
      throws IOException {
    List<String> sets = new ArrayList<>(SETTINGS);
    sets.addAll(more);
    sets.add("engine=" + engine);
    Experiment experiment = injector.getInstance(ExperimentReader.class).read(file, sets);
    RunDirectory run = RunDirectory.create(folder.resolve("stopped"), "shop");
    assertThatThrownBy(() -> run(experiment, run, asked).run())
        .isInstanceOf(TrainingStoppedException.class);
    return run;
  }

  private TrainRun run(Experiment experiment, RunDirectory run, int asked) {
    RunContext context = new RunContext(experiment, run, new Silence(), new AtQuestion(asked));
    return injector.createChildInjector(new RunModule(context)).getInstance(TrainRun.class);
  }

  private static void same(RunDirectory run, RunDirectory other) throws IOException {
    assertThat(run.parameters()).hasSameBinaryContentAs(other.parameters());
    assertThat(run.metrics()).hasSameBinaryContentAs(other.metrics());
    assertThat(run.predictions()).hasSameBinaryContentAs(other.predictions());
    assertThat(run.refused().toFile().exists()).isEqualTo(other.refused().toFile().exists());
    try (Stream<Path> files = Files.list(run.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain("checkpoints", ".lock");
    }
  }

  /** Asks to stop when training has asked so many times. */
  private static final class AtQuestion implements StopSignal {
    private int left;

    AtQuestion(int questions) {
      this.left = questions;
    }

    @Override
    public boolean requested() {
      return --left <= 0;
    }

    @Override
    public void trainingStarted() {}

    @Override
    public void trainingEnded() {}
  }

  /** Shows nothing. */
  private static final class Silence implements RunListener {
    @Override
    public void started(Experiment experiment, RunDirectory directory, EngineRuntime runtime) {}

    @Override
    public void prepared(PreparedData data, ModelBlock model) {}

    @Override
    public void note(String text) {}

    @Override
    public Set<MetricSink> sinks(ModelBlock model) {
      return Set.of();
    }
  }
}
