package org.braidml.benchmarks.peers;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braidml.benchmarks.Quantiles;
import org.braidml.runner.bundle.BundleCriteria;
import org.braidml.runner.bundle.Prediction;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.run.EngineRuntime;

/** Predicts for one row of text after another, as a service would; prints one line of JSON. */
final class PredictCalls {

  private static final int WARM_UP = 3;

  private PredictCalls() {}

  /**
   * Takes a bundle, an engine, a file of texts with a header, how many calls count, and threads.
   */
  public static void main(String[] args)
      throws IOException, ModelNotFoundException, MalformedModelException, TranslateException {
    EngineName engine = EngineName.valueOf(args[1]);
    int calls = Integer.parseInt(args[3]);
    List<String> rows;
    try (var lines = Files.lines(Path.of(args[2]))) {
      rows = lines.skip(1).limit(calls).toList();
    }
    try (EngineRuntime runtime = EngineRuntime.start(engine, Integer.parseInt(args[4]), "cpu");
        ZooModel<Map<String, String>, Map<String, Prediction>> model =
            BundleCriteria.of(Path.of(args[0]), engine.djlName()).loadModel();
        Predictor<Map<String, String>, Map<String, Prediction>> predictor = model.newPredictor()) {
      List<Double> milliseconds = new ArrayList<>();
      for (int i = 0; i < (WARM_UP + 1) * calls; i++) {
        Map<String, String> row = Map.of("text", rows.get(i % rows.size()));
        long start = System.nanoTime();
        predictor.predict(row);
        if (i >= WARM_UP * calls) {
          milliseconds.add((System.nanoTime() - start) / 1e6);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "{\"p50\": %.4f, \"p99\": %.4f}%n",
          Quantiles.median(milliseconds),
          Quantiles.of(milliseconds, 0.99));
    }
  }
}
