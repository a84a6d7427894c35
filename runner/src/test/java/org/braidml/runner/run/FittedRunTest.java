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
            requirePrincipalComponents(
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
                              .forEach(i -> rows.add(row(values, i, width)));
                        }
                      });
          model.forward(pass, model.layout().arrays(scope, batches.next()));
        }
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] row(float[] values, int from, int width) {
    return IntStream.range(0, width).mapToDouble(i -> values[from + i]).toArray();
  }

  /**
   * Unit vectors at right angles; what they give has mean 0, no covariance and falling variances;
   * and no direction that they leave out has more variance than the last of them.
   */
  private static void requirePrincipalComponents(double[][] x, float[] weight, float[] bias) {
    int size = bias.length;
    int width = x[0].length;
    double[][] covariance = covariance(x, width);
    double last = Double.POSITIVE_INFINITY;
    double[] sums = new double[size];
    for (int k = 0; k < size; k++) {
      double[] w = row(weight, k * width, width);
      double[] mapped = times(covariance, w);
      double variance = dot(w, mapped);
      assertThat(variance).as("variance " + k).isLessThanOrEqualTo(last + 1e-7);
      last = variance;
      for (int j = 0; j < width; j++) {
        assertThat(mapped[j]).as("C w = l w").isCloseTo(variance * w[j], within(1e-5));
      }
      for (int other = 0; other < size; other++) {
        double angle = dot(w, row(weight, other * width, width));
        assertThat(angle).as(k + " and " + other).isCloseTo(k == other ? 1 : 0, within(1e-5));
      }
      for (double[] each : x) {
        sums[k] += (dot(w, each) + bias[k]) / x.length;
      }
      assertThat(sums[k]).as("mean " + k).isCloseTo(0, within(1e-5));
    }
    assertThat(greatestVarianceBeside(covariance, weight, size)).isLessThan(last + 1e-5);
  }

  private static double[][] covariance(double[][] x, int width) {
    double[] mean = new double[width];
    for (double[] each : x) {
      for (int j = 0; j < width; j++) {
        mean[j] += each[j] / x.length;
      }
    }
    double[][] covariance = new double[width][width];
    for (double[] each : x) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] += (each[i] - mean[i]) * (each[j] - mean[j]) / (x.length - 1);
        }
      }
    }
    return covariance;
  }

  /** Takes the components out of the covariance, and finds its greatest eigenvalue by powers. */
  private static double greatestVarianceBeside(double[][] covariance, float[] weight, int size) {
    int width = covariance.length;
    for (int k = 0; k < size; k++) {
      double[] w = row(weight, k * width, width);
      double variance = dot(w, times(covariance, w));
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] -= variance * w[i] * w[j];
        }
      }
    }
    double[] v = IntStream.range(0, width).mapToDouble(i -> 1 + i * 0.1).toArray();
    for (int i = 0; i < 200; i++) {
      double[] next = times(covariance, v);
      double norm = Math.sqrt(dot(next, next));
      v = IntStream.range(0, width).mapToDouble(j -> next[j] / Math.max(norm, 1e-30)).toArray();
    }
    return dot(v, times(covariance, v));
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return IntStream.range(0, vector.length).mapToDouble(i -> dot(matrix[i], vector)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
