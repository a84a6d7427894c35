package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.ZooModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.bundle.BundleCriteria;
import org.braidml.runner.bundle.Prediction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run promises, on a small experiment, end to end. */
class TrainRunTest {

  @TempDir Path folder;
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void theEngineIsOneKeyAndChangesNothingElse() throws Exception {
    RunDirectory mxnet = shop.train(shop.file, "MXNet");
    assertThat(shop.out).contains("MXNet");
    RunDirectory pytorch = shop.train(shop.file, "PyTorch");
    assertThat(shop.out).contains("PyTorch");
    assertThat(Files.readString(pytorch.resolved()))
        .isEqualTo(Files.readString(mxnet.resolved()).replace("engine=MXNet", "engine=PyTorch"));
    assertThat(Files.readString(pytorch.split())).isEqualTo(Files.readString(mxnet.split()));
    assertThat(Files.readString(pytorch.bundle().resolve("features.json")))
        .isEqualTo(Files.readString(mxnet.bundle().resolve("features.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void theResolvedConfigurationAloneReproducesTheRunBitForBit(String engine) throws Exception {
    RunDirectory first = shop.train(shop.file, engine);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path copy = Files.copy(first.resolved(), elsewhere.resolve("copy.conf"));
    RunDirectory second = shop.train(copy, engine);
    Path parameters = Path.of("bundle", "parameters.safetensors");
    assertThat(second.path().resolve(parameters))
        .hasSameBinaryContentAs(first.path().resolve(parameters));
    assertThat(second.predictions()).hasSameBinaryContentAs(first.predictions());
    assertThat(Files.readString(second.resolved())).isEqualTo(Files.readString(first.resolved()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void theBestEpochIsRestored(String engine) throws Exception {
    RunDirectory run =
        shop.train(shop.file, engine, "training.epochs=8", "training.optimizer.learning-rate=0.5");
    double best = Double.POSITIVE_INFINITY;
    double last = 0;
    for (String line : Files.readAllLines(run.metrics())) {
      JsonNode epoch = new com.fasterxml.jackson.databind.ObjectMapper().readTree(line);
      last = epoch.path("validation").path("loss").asDouble();
      best = Math.min(best, last);
    }
    assertThat(last)
        .as("the last epoch is not the best one, or this shows nothing")
        .isGreaterThan(best);
    shop.write("validation.csv", validationRows(run));
    int code =
        shop.braid(
            "predict",
            run.path().toString(),
            "--in",
            folder.resolve("validation.csv").toString(),
            "--out",
            folder.resolve("p.csv").toString());
    assertThat(code).as(shop.err).isZero();
    assertThat(logLoss(folder.resolve("p.csv"), folder.resolve("validation.csv")))
        .isCloseTo(best, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void aBundleLoadsInPlainDjlAndGivesTheRunsOwnPredictions(String engine) throws Exception {
    RunDirectory run = shop.train(shop.file, engine);
    List<String> rows = Files.readAllLines(folder.resolve("shop.csv"));
    List<String> predicted = Files.readAllLines(run.predictions());
    try (ZooModel<Map<String, String>, Map<String, Prediction>> model =
            BundleCriteria.of(run.bundle(), engine).loadModel();
        Predictor<Map<String, String>, Map<String, Prediction>> predictor = model.newPredictor()) {
      for (String line : predicted.subList(1, predicted.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = cells(rows.get(Integer.parseInt(cells[0]) + 1));
        Prediction prediction = predictor.predict(row).get("target");
        assertThat(prediction).isNotNull();
        assertThat(prediction.label()).isEqualTo(cells[1]);
        assertThat(prediction.probabilities().get("yes"))
            .isCloseTo(Float.parseFloat(cells[3]), within(2e-6f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void evaluatingASavedRunGivesItsOwnTestMetrics(String engine) {
    RunDirectory run = shop.train(shop.file, engine);
    Map<String, String> trained = numbers(shop.out);
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
    Map<String, String> evaluated = numbers(shop.out);
    assertThat(trained).containsKeys("accuracy", "roc-auc", "log-loss");
    trained.forEach((name, value) -> assertThat(evaluated).containsEntry(name, value));
  }

  /** The first number of each indented line. */
  private static Map<String, String> numbers(String table) {
    Map<String, String> numbers = new TreeMap<>();
    table
        .lines()
        .filter(line -> line.matches("  [a-z0-9-]+ +[0-9.]+.*"))
        .map(line -> line.strip().split(" +", -1))
        .forEach(cells -> numbers.put(cells[0], cells[1]));
    return numbers;
  }

  @Test
  void aModelTrainedOnOneEnginePredictsAlikeOnTheOther() throws Exception {
    RunDirectory run = shop.train(shop.file, "MXNet");
    Map<String, String> row = Map.of("Review", "a lovely dress", "Age", "33", "Shop", "N");
    Map<String, Float> byEngine = new TreeMap<>();
    for (String engine : List.of("MXNet", "PyTorch")) {
      try (ZooModel<Map<String, String>, Map<String, Prediction>> model =
              BundleCriteria.of(run.bundle(), engine).loadModel();
          Predictor<Map<String, String>, Map<String, Prediction>> predictor =
              model.newPredictor()) {
        Prediction prediction = predictor.predict(row).get("target");
        assertThat(prediction).isNotNull();
        byEngine.put(engine, prediction.number());
      }
    }
    assertThat(byEngine.get("PyTorch"))
        .isCloseTo(byEngine.getOrDefault("MXNet", Float.NaN), within(1e-5f));
  }

  @Test
  void theLearningRateFollowsItsSchedule() throws Exception {
    RunDirectory run =
        shop.train(
            shop.file,
            "PyTorch",
            "training.schedule.type=exponential",
            "training.schedule.factor=0.5");
    double expected = 1e-3;
    for (String line : Files.readAllLines(run.metrics())) {
      assertThat(line).contains("\"learning-rate\":" + expected);
      expected /= 2;
    }
    assertThat(expected).isEqualTo(1e-3 / 8);
    assertThat(Files.readString(run.resolved())).contains("type=exponential", "warm-up-steps=0");
  }

  /** Rounding apart: sums are made in another order. */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void accumulatedBatchesAreOneLargeBatch(String engine) throws Exception {
    String[] sets = {
      "model.encoders.review.dropout=0", "model.head.dropout=0", "training.batch-size=16", ""
    };
    sets[3] = "training.accumulate=1";
    RunDirectory whole = shop.train(shop.file, engine, sets);
    sets[2] = "training.batch-size=4";
    sets[3] = "training.accumulate=4";
    RunDirectory parts = shop.train(shop.file, engine, sets);
    List<String> expected = Files.readAllLines(whole.metrics());
    List<String> actual = Files.readAllLines(parts.metrics());
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      JsonNode a = Json.parse(actual.get(i));
      JsonNode b = Json.parse(expected.get(i));
      assertThat(a.path("steps")).isEqualTo(b.path("steps"));
      assertThat(a.path("training-loss").asDouble())
          .isCloseTo(b.path("training-loss").asDouble(), within(1e-5));
      assertThat(a.path("validation").path("loss").asDouble())
          .isCloseTo(b.path("validation").path("loss").asDouble(), within(1e-5));
    }
  }

  /** Fewer rows to train than the example has, on both engines. */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void namesAreReproducedBitForBit(String engine) {
    Path names = Path.of("..", "examples", "names", "names.conf");
    RunDirectory run = shop.train(names, engine, "training.epochs=2", "data.split.test=0.85");
    assertThat(shop.braid("reproduce", run.path().toString())).as(shop.err + shop.out).isZero();
    assertThat(shop.out)
        .containsPattern("parameters +the same bits\n")
        .containsPattern("metrics +the same bits\n")
        .containsPattern("predictions +the same bits\n");
  }

  /** The target is 10 * 2^x - 1: a straight line after its logarithm. */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void aTargetLearntByItsLogarithmIsPredictedInItsOwnUnit(String engine) throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 200; i++) {
      rows.append(i / 20.0).append(',').append(10 * Math.pow(2, i / 20.0) - 1).append('\n');
    }
    shop.write("amounts.csv", rows.toString());
    Path file =
        shop.write(
            "amounts.conf",
            """
            data {
              source = amounts.csv
              fields.x { kind = static, numeric = [x] }
              target { kind = regression, column = y, scaling = log1p }
            }
            model { encoders.x { type = mlp, units = [16] }, merger { type = concat }, head { type = regression } }
            training { epochs = 150, batch-size = 20, optimizer { type = adam, learning-rate = 0.05 } }
            """);
    RunDirectory run = shop.train(file, engine);
    double absolute = 0;
    List<String> lines = Files.readAllLines(run.predictions());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double due = Double.parseDouble(cells[2]);
      assertThat(Double.parseDouble(cells[1])).isCloseTo(due, withinPercentage(5));
      absolute += Math.abs(Double.parseDouble(cells[1]) - due) / (lines.size() - 1);
    }
    assertThat(Json.read(run.reportJson()).findValue("mae").asDouble())
        .isCloseTo(absolute, withinPercentage(0.1));
  }

  /** A weight of 3 is a row that stands there three times, where each step reads all rows. */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void aWeightedRowIsARowThatStandsThereSoOften(String engine) throws IOException {
    StringBuilder weighed = new StringBuilder("x,y,side,w\n");
    StringBuilder often = new StringBuilder("x,y,side\n");
    for (int i = 0; i < 40; i++) {
      String row = "%s,%s,%s".formatted(i % 7 / 7.0, i % 5 / 5.0, i < 30 ? "train" : "test");
      weighed.append(row).append(',').append(i % 4).append('\n');
      often.append((row + "\n").repeat(i < 30 ? i % 4 : 1));
    }
    shop.write("weighed.csv", weighed.toString());
    shop.write("often.csv", often.toString());
    Path file =
        shop.write(
            "rows.conf",
            """
            data {
              source = weighed.csv
              split { column = side }
              fields.x { kind = static, numeric = [x], scaling = none }
              target { kind = regression, column = y, scaling = none }
            }
            model { encoders.x { type = mlp, units = [4], activation = tanh }, merger { type = concat }, head { type = regression } }
            training { epochs = 30, batch-size = 1000, optimizer { type = sgd, learning-rate = 0.3 } }
            """);
    List<Double> one = predicted(shop.train(file, engine, "data.weight=w"));
    List<Double> other = predicted(shop.train(file, engine, "data.source=often.csv"));
    List<Double> plain = predicted(shop.train(file, engine));
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i)).isCloseTo(other.get(i), within(1e-5));
    }
    assertThat(one.get(0)).isNotCloseTo(plain.get(0), within(1e-3));
  }

  private static List<Double> predicted(RunDirectory run) throws IOException {
    return Files.readAllLines(run.predictions()).stream()
        .skip(1)
        .map(line -> Double.valueOf(line.split(",")[1]))
        .toList();
  }

  @Test
  void aPlateauOfNoRowsIsRefused() {
    int code =
        shop.braid(
            "train",
            shop.file.toString(),
            "--runs",
            folder.resolve("refused").toString(),
            "--set",
            "data.split.validation=0",
            "--set",
            "training.schedule.type=plateau");
    assertThat(code).isEqualTo(2);
    assertThat(shop.err).contains("it watches the validation rows, and there are none");
  }

  private String validationRows(RunDirectory run) throws Exception {
    List<String> rows = Files.readAllLines(folder.resolve("shop.csv"));
    StringBuilder text = new StringBuilder(rows.get(0)).append('\n');
    for (JsonNode row : Json.read(run.split()).path("validation")) {
      text.append(rows.get(row.asInt() + 1)).append('\n');
    }
    return text.toString();
  }

  private static double logLoss(Path predictions, Path rows) throws Exception {
    List<String> predicted = Files.readAllLines(predictions);
    List<String> actual = Files.readAllLines(rows);
    double sum = 0;
    for (int i = 1; i < predicted.size(); i++) {
      boolean liked = actual.get(i).endsWith("yes");
      sum -= Math.log(Double.parseDouble(predicted.get(i).split(",", -1)[liked ? 3 : 2]));
    }
    return sum / (predicted.size() - 1);
  }

  private static Map<String, String> cells(String line) {
    String[] cells = line.replace("\"", "").split(",", -1);
    Map<String, String> row = new TreeMap<>();
    row.put("Review", cells[0]);
    row.put("Shop", cells[2]);
    if (!cells[1].isEmpty()) {
      row.put("Age", cells[1]);
    }
    return row;
  }
}
