package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.braidml.api.FittedBlock;
import org.braidml.api.Pass;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.experiment.Experiment;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs whose projections are fitted to the training rows: {@code pca-init}, once after an encoder
 * and once after the merger.
 */
class FittedRunTest {

  private static final String ENCODER =
      "model.encoders.review.projections=[{type=pca-init, size=4, warm-up-epochs=1}]";
  private static final String MERGER =
      "model.projections=[{type=pca-init, size=3, warm-up-epochs=1}]";

  /** A rate that changes nothing after the first epoch; without validation the last one stays. */
  private static final String[] STANDING_STILL = {
    ENCODER,
    MERGER,
    "training.epochs=2",
    "data.split.validation=0",
    "training.optimizer.learning-rate=0.05",
    "training.schedule.type=exponential",
    "training.schedule.factor=1e-30"
  };

  @TempDir Path folder;
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  /**
   * The second projection reads what the first one gives once it is fitted. Encodings are FLOAT32
   * and near 1: what they give is centred and uncorrelated to 1e-5.
   */
  @EachEngine
  void afterTheWarmUpTheMapsArePrincipalComponentsOfTheTrainingRows(String engine) {
    RunDirectory run = shop.train(shop.file, engine, STANDING_STILL);
    assertThat(shop.out)
        .containsPattern(
            """
            (?s)epoch 1/2.*
            fitted encoders.review.projection-0: 4 of 10 components, [0-9.]+ % of variance
            fitted projection-0: 3 of 8 components, [0-9.]+ % of variance
            epoch 2/2""");
    Registry registry = new Registry(Discovery.on(getClass().getClassLoader()).found());
    try (SavedRun saved = SavedRun.open(run.path(), registry)) {
      ModelBlock model = saved.contents().model();
      Experiment experiment = saved.contents().experiment();
      Examples train =
          new DataPipeline(experiment.source(), experiment.folder())
              .prepare(experiment.config().data())
              .train();
      Map<String, FittedBlock> blocks = ParameterPaths.blocks(model, FittedBlock.class);
      assertThat(blocks.keySet()).contains("encoders.review.projection-0", "projection-0");
      blocks.forEach(
          (path, block) -> {
            double[][] x = read(model, block, train, saved.runtime().manager());
            PrincipalAxes.require(
                x, floats(model, path + ".map.weight"), floats(model, path + ".map.bias"));
          });
    }
  }

  /**
   * The first step of Adam moves each number by the learning rate, whatever its gradient; a later
   * one does not. With one step an epoch, a run that stands still after the fit shows where it
   * starts from.
   */
  @EachEngine
  void theStepAfterTheFitIsAsTheFirst(String engine) {
    List<String> sets = new ArrayList<>(List.of(STANDING_STILL));
    sets.remove(MERGER);
    sets.add("training.batch-size=1000");
    float[] fitted = weight(shop.train(shop.file, engine, sets.toArray(String[]::new)));
    sets.add("training.schedule.factor=1");
    float[] stepped = weight(shop.train(shop.file, engine, sets.toArray(String[]::new)));
    for (int i = 0; i < fitted.length; i++) {
      assertThat(Math.abs(stepped[i] - fitted[i])).as("step " + i).isCloseTo(0.05f, within(1e-4f));
    }
  }

  private float[] weight(RunDirectory run) {
    Registry registry = new Registry(Discovery.on(getClass().getClassLoader()).found());
    try (SavedRun saved = SavedRun.open(run.path(), registry)) {
      return floats(saved.contents().model(), "encoders.review.projection-0.map.weight");
    }
  }

  @EachEngine
  void aRunWithAFitRepeatsBitForBit(String engine) {
    RunDirectory first = shop.train(shop.file, engine, ENCODER, MERGER);
    RunDirectory second = shop.train(shop.file, engine, ENCODER, MERGER);
    Path parameters = Path.of("bundle", "parameters.safetensors");
    assertThat(second.path().resolve(parameters))
        .hasSameBinaryContentAs(first.path().resolve(parameters));
    assertThat(second.predictions()).hasSameBinaryContentAs(first.predictions());
    assertThat(shop.braid("evaluate", second.path().toString())).as(shop.err).isZero();
  }

  @EachEngine
  void aFitMayComeBeforeTheFirstEpoch(String engine) throws IOException {
    RunDirectory run =
        shop.train(shop.file, engine, ENCODER.replace("warm-up-epochs=1", "warm-up-epochs=0"));
    assertThat(shop.out).containsPattern("(?s)fitted encoders.review.projection-0: .*epoch 1/3");
    assertThat(Files.readString(run.resolved())).contains("warm-up-epochs=0");
  }

  @Test
  void aFitThatNeverComesIsRefused() {
    int code =
        shop.braid(
            "train",
            shop.file.toString(),
            "--runs",
            folder.resolve("refused").toString(),
            "--set",
            ENCODER,
            "--set",
            "training.epochs=1");
    assertThat(code).isEqualTo(2);
    assertThat(shop.out).doesNotContain("epoch 1");
    assertThat(shop.err)
        .contains("training.epochs = 1: encoders.review.projection-0 is fitted after 1 epoch,")
        .contains("at --set #2")
        .contains("set it to 2 or more, or lower warm-up-epochs of that box");
  }

  private static float[] floats(ModelBlock model, String path) {
    NDArray array = Objects.requireNonNull(ParameterPaths.values(model).get(path), path);
    return array.toFloatArray();
  }

  /** Returns what a block reads of each training row. */
  private static double[][] read(
      ModelBlock model, FittedBlock block, Examples train, NDManager manager) {
    List<double[]> rows = new ArrayList<>();
    try (BatchStream batches = new Batches(train, BatchOrder.evaluation(7)).epoch(0)) {
      while (batches.hasNext()) {
        try (NDManager scope = manager.newSubManager()) {
          Pass pass =
              Pass.evaluation(new ParameterStore(scope, false))
                  .observedBy(
                      (shown, input) -> {
                        if (shown == block) {
                          float[] values = input.toFloatArray();
                          int width = (int) input.getShape().get(1);
                          IntStream.iterate(0, i -> i < values.length, i -> i + width)
                              .forEach(i -> rows.add(PrincipalAxes.row(values, i, width)));
                        }
                      });
          model.forward(pass, model.layout().arrays(scope, batches.next()));
        }
      }
    }
    return rows.toArray(double[][]::new);
  }
}
