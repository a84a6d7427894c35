package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped after chosen steps, within epochs and between them, and goes on. */
class StopTest {

  /** Five batches an epoch of the shop. */
  private static final List<String> SETTINGS =
      List.of(
          "training.epochs=5",
          "training.schedule={type = plateau, patience = 0, factor = 0.5, warm-up-steps = 9}",
          "training.early-stopping.patience=2",
          "training.checkpoint.every-epochs=2");

  private static final String FAST = "training.optimizer.learning-rate=0.05";
  private static final String SPARSE = "model.inputs.review.sparse=true";
  private static final String ACCUMULATED = "training.accumulate=2";

  /** How many are sold on a day, of which the four days before it tell. */
  private static final String SALES =
      """
      data {
        source = "sales.csv"
        split { time = day, validation = 0.2, test = 0.2 }
        windows { series = [sold], length = 4, order = day }
        fields.past { kind = series, channels = [sold-window] }
        target { column = sold, kind = count }
      }
      model {
        encoders.past { type = lstm, hidden-size = 6 }
        merger { type = concat }
        head { type = count, units = [4], dropout = 0.1 }
      }
      training { batch-size = 16 }
      """;

  @TempDir Path folder;
  private Shop shop;
  private StoppedRuns runs;

  @BeforeEach
  void open() throws IOException {
    shop = new Shop(folder);
    runs = new StoppedRuns(shop, SETTINGS);
    shop.write("words.txt", WordVectorsRunTest.GLOVE);
    Files.copy(SubwordsRunTest.WORDPIECE, folder.resolve("tokenizer.json"));
    shop.write("steps.csv", StepsRunTest.rows(120));
    shop.write("steps.conf", StepsRunTest.EXPERIMENT);
    shop.write("pieces.csv", NextTokenRunTest.pieces(40, 6));
    shop.write("pieces.conf", NextTokenRunTest.EXPERIMENT);
    shop.write("sales.csv", sales());
    shop.write("sales.conf", SALES);
  }

  private static String sales() {
    StringBuilder rows = new StringBuilder("day,sold\n");
    for (int day = 0; day < 140; day++) {
      rows.append(day).append(',').append((day * day + day / 3) % 7).append('\n');
    }
    return rows.toString();
  }

  static Stream<Arguments> features() {
    return Stream.of("MXNet", "PyTorch")
        .flatMap(
            engine ->
                Stream.of(
                    feature(
                        engine, "word vectors", "shop", "model.inputs.review.vectors=words.txt"),
                    feature(
                        engine,
                        "vectors that stay as they are",
                        "shop",
                        "model.inputs.review.vectors=words.txt",
                        "model.inputs.review.trainable=false"),
                    feature(
                        engine, "tokens", "shop", SubwordsRunTest.NO_TEXT, SubwordsRunTest.TOKENS),
                    feature(
                        engine,
                        "weights of rows",
                        "shop",
                        "data.source={path = shop.csv, sql = \"\"\"SELECT *, length(Review) AS counts"
                            + " FROM source\"\"\"}",
                        "data.weight=counts"),
                    feature(engine, "sparse tables", "shop", SPARSE),
                    feature(
                        engine,
                        "sparse tables, several batches a step",
                        "shop",
                        SPARSE,
                        ACCUMULATED),
                    feature(
                        engine,
                        "sparse tables of words with vectors, in shards",
                        "shop",
                        SPARSE,
                        "model.inputs.review.vectors=words.txt",
                        "training.shards=2"),
                    feature(engine, "shards", "shop", "training.shards=2"),
                    feature(
                        engine,
                        "a projection that is fitted",
                        "shop",
                        "model.encoders.review.projections="
                            + "[{type = pca-init, size = 4, warm-up-epochs = 2}]"),
                    feature(engine, "heads of every step and several heads", "steps"),
                    feature(engine, "counts of windows", "sales"),
                    feature(engine, "counts of windows, several batches", "sales", ACCUMULATED)));
  }

  private static Arguments feature(String engine, String what, String file, String... sets) {
    return Arguments.of(engine, what, file, List.of(sets));
  }

  /** In the second epoch, whose beginning no checkpoint by epochs has. */
  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("features")
  void everyFeatureGoesOn(String engine, String what, String file, List<String> sets)
      throws Exception {
    List<String> all = Stream.concat(sets.stream(), Stream.of(FAST)).toList();
    runs.endAsNeverStopped(folder.resolve(file + ".conf"), engine, List.of(7), all);
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
    stoppedIsNeverStopped(engine, List.of(5), FAST);
    stoppedIsNeverStopped(engine, List.of(6, 5, 1), FAST);
    stoppedIsNeverStopped(engine, List.of(2, 2), FAST, ACCUMULATED);
  }

  @EachEngine
  void theStateThatRowsCarryToTheNextGoesOn(String engine) throws Exception {
    Path pieces = folder.resolve("pieces.conf");
    runs.endAsNeverStopped(pieces, engine, List.of(3, 9), List.of("training.batch-size=4"));
  }

  /** One example a batch has one shard, on an engine that was loaded for several. */
  @EachEngine
  void aMeasurementThatChoosesOneShardIsRepeatedOnAnEngineLoadedAlike(String engine)
      throws Exception {
    String[] auto = {"training.shards=auto", "training.batch-size=1", "training.epochs=2"};
    RunDirectory run = runs.endAsNeverStopped(shop.file, engine, List.of(40), List.of(auto));
    assertThat(Files.readString(run.resolved())).containsPattern("shards=\"?auto-1\"?\n");
    assertThat(FlatFacts.flatten(RunFiles.environment(run).orElseThrow()))
        .containsEntry("engine.side-by-side", "true");
    assertThat(shop.braid("reproduce", run.path().toString())).as(shop.err + shop.out).isZero();
    assertThat(shop.out)
        .containsPattern("parameters +the same bits\n")
        .doesNotContain("training.shards", "what differs around it");
  }

  /** A tokenizer and word vectors, both gone by the time that the run goes on. */
  @EachEngine
  void filesBesideTheRowsAreNeededOnlyOnce(String engine) throws Exception {
    Path tokenizer = folder.resolve("tokenizer.json");
    Path words = shop.write("words.txt", "lovely 1 2 3 4 5 6\nawful -1 -2.5 -3 1e-9 -5 0.1\n");
    List<String> files =
        List.of(
            "model.inputs.review.vectors=words.txt",
            "data.fields.parts={kind=tokens, column=Review, tokenizer=tokenizer.json, max-length=9}",
            "model.inputs.parts={type=embedding, size=3}",
            "model.encoders.parts={type=mean-embedding}");
    RunDirectory whole = runs.whole(shop.file, engine, files);
    RunDirectory run = runs.stopped(shop.file, engine, 7, files);
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
    StoppedRuns.same(run, whole);

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
    RunDirectory whole = runs.whole(shop.file, engine, List.of());
    RunDirectory run = runs.stopped(shop.file, engine, 16, List.of());
    List<String> names = ChildBraid.checkpoints(run);
    assertThat(names).hasSize(2);
    cutShort(run, names.get(1));
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out.replaceAll("\n +", " "))
        .contains("is not whole (arrays.safetensors is altered or cut short) and is passed over")
        .contains("note: goes on after epoch 2\n");
    StoppedRuns.same(run, whole);
  }

  private static void cutShort(RunDirectory run, String checkpoint) throws IOException {
    Path arrays = run.checkpoints().resolve(checkpoint).resolve("arrays.safetensors");
    Files.write(arrays, Arrays.copyOf(Files.readAllBytes(arrays), 1000));
  }

  @Test
  void brokenCheckpointsMakeRoomForNewOnesAlone() throws Exception {
    RunDirectory run = runs.stopped(shop.file, "PyTorch", 16, List.of());
    List<String> names = ChildBraid.checkpoints(run);
    cutShort(run, names.get(0));
    Files.writeString(run.checkpoints().resolve(names.get(1)).resolve("checkpoint.json"), "");
    runs.stoppedAgain(run, 3);
    assertThat(ChildBraid.checkpoints(run)).containsExactly("epoch-000001-batch-00000003");
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).contains("note: goes on in epoch 1, after batch 3\n");
  }

  /** A link that leads to itself is an error of the system, as a disk that fails is. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "asks for the words of its errors")
  void aCheckpointThatCannotBeReadEndsTheCommandAndStays() throws Exception {
    RunDirectory whole = shop.train(shop.file, "PyTorch", SETTINGS.toArray(new String[0]));
    RunDirectory run = runs.stopped(shop.file, "PyTorch", 16, List.of());
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
    StoppedRuns.same(run, whole);
  }

  @Test
  void rowsThatAreLeftOutStayOutAndAreWrittenDown() throws Exception {
    shop.write("shop.csv", Shop.rows(120) + "cut short\nlovely,old,N,yes\n");
    String skip = "data.source={path = shop.csv, on-bad-row = skip}";
    stoppedIsNeverStopped("PyTorch", List.of(4), skip);
    RunDirectory run = shop.train(shop.file, "PyTorch", skip, "training.epochs=1");
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
    runs.endAsNeverStopped(shop.file, engine, questions, List.of(more));
  }
}
