package org.braidml.runner.random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.Safetensors;
import org.braidml.api.nn.Scalars;
import org.braidml.api.nn.SparseRows;
import org.jspecify.annotations.Nullable;

/** A model with parameters on one engine; results are of the host. */
final class Live implements AutoCloseable {

  private final NDManager manager;
  final ModelBlock model;

  /** Parameters as they start. */
  Live(RandomModel random, String engine, long seed) {
    manager = Engines.get(engine).newBaseManager();
    model = random.build();
    ParameterPaths.initialize(model, manager, DataType.FLOAT32, seed);
  }

  /** Parameters of a file. */
  Live(RandomModel random, String engine, Path file) {
    manager = Engines.get(engine).newBaseManager();
    model = random.build();
    try (NDManager scope = manager.newSubManager()) {
      ParameterPaths.restore(model, Safetensors.read(file, scope), manager);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void save(Path file) {
    try {
      Safetensors.write(file, ParameterPaths.values(model), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the predictions of each head. */
  Map<String, float[]> predictions(Batch batch) {
    return predictions(batch, new TreeMap<>());
  }

  /** Returns the predictions, and the widths of all that boxes show, predictions included. */
  Map<String, float[]> predictions(Batch batch, Map<String, Long> widths) {
    try (NDManager scope = manager.newSubManager()) {
      NDList inputs = model.layout().arrays(scope, batch);
      Pass pass =
          Pass.evaluation(new ParameterStore(scope, false))
              .tappedBy((name, array) -> widths.put(name, array.getShape().tail()));
      Map<String, NDArray> scores = model.forward(pass, inputs);
      Map<String, float[]> predictions = new LinkedHashMap<>();
      for (HeadBox head : model.heads()) {
        NDArray predicted = head.block().predict(ModelBlock.scoresOf(head, scores));
        widths.put("heads." + head.name() + ".prediction", predicted.getShape().tail());
        predictions.put(head.name(), real(predicted.toFloatArray(), head, batch));
      }
      return predictions;
    }
  }

  /** Returns predictions with 0 for steps in padding, which predict nothing. */
  private static float[] real(float[] predicted, HeadBox head, Batch batch) {
    head.target()
        .stepsOf()
        .map(field -> java.util.Objects.requireNonNull(batch.fields().get(field)))
        .ifPresent(
            steps -> {
              int time = steps.steps().time();
              int width = predicted.length / (batch.size() * time);
              for (int i = 0; i < batch.size(); i++) {
                int end = steps.steps().lengths()[i];
                Arrays.fill(predicted, (i * time + end) * width, (i + 1) * time * width, 0);
              }
            });
    return predicted;
  }

  /** Returns the gradient of the loss by path, and the loss itself as {@code loss}. */
  Map<String, float[]> gradients(Batch batch) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    try (NDManager scope = manager.newSubManager()) {
      NDList inputs = model.layout().arrays(scope, batch);
      Pass pass =
          Pass.training(new ParameterStore(scope, false), new Random(1)).reading(new SparseRows());
      double loss = Gradients.backward(model, () -> loss(pass, inputs, batch, scope));
      gradients.put("loss", new float[] {(float) loss});
      Gradients.of(model, scope).forEach((path, g) -> gradients.put(path, g.toFloatArray()));
    }
    return gradients;
  }

  private NDArray loss(Pass pass, NDList inputs, Batch batch, NDManager scope) {
    Map<String, NDArray> scores = model.forward(pass, inputs);
    @Nullable NDArray sum = null;
    for (HeadBox head : model.heads()) {
      float[] host = java.util.Objects.requireNonNull(batch.targets().get(head.target().name()));
      TargetBatch targets = TargetBatch.of(head.target(), scope, host, batch.size());
      NDArray loss = head.block().loss(ModelBlock.scoresOf(head, scores), targets).mean();
      NDArray weighted = Scalars.mul(loss, head.weight());
      sum = sum == null ? weighted : sum.add(weighted);
    }
    for (NDArray penalty : pass.losses().values()) {
      sum = sum == null ? penalty : sum.add(penalty);
    }
    return java.util.Objects.requireNonNull(sum);
  }

  /** Returns how many arrays the parameters' manager has. */
  int arrays() {
    return manager.getManagedArrays().size();
  }

  @Override
  public void close() {
    manager.close();
  }
}
