package org.braidml.runner.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;

/**
 * What a model says of a batch, and what its encoders weighed on the way.
 *
 * @param predictions by head: one array an example
 * @param weights by encoder that weighs: one array an example, as long as the padded states
 */
record Reading(Map<String, float[][]> predictions, Map<String, float[][]> weights) {

  private static final String ENCODERS = "encoders.";
  private static final String WEIGHTS = ".weights";

  /** Reads a batch in evaluation mode; no array outlives this call. */
  static Reading of(ModelBlock model, NDManager manager, Batch batch) {
    Map<String, float[][]> weights = new LinkedHashMap<>();
    Map<String, float[][]> predictions = new LinkedHashMap<>();
    try (NDManager scope = manager.newSubManager()) {
      Pass pass =
          Pass.evaluation(new ParameterStore(scope, false))
              .tappedBy((path, array) -> keep(path, array, batch.size(), weights));
      Map<String, NDArray> scores = model.forward(pass, model.layout().arrays(scope, batch));
      for (HeadBox head : model.heads()) {
        NDArray predicted = head.block().predict(ModelBlock.scoresOf(head, scores));
        predictions.put(head.name(), rows(predicted.toFloatArray(), batch.size()));
      }
    }
    return new Reading(predictions, weights);
  }

  /** A pooling with weights taps them, {@code (B, T)}, by this name inside its encoder. */
  private static void keep(String path, NDArray array, int batch, Map<String, float[][]> weights) {
    if (path.startsWith(ENCODERS)
        && path.endsWith(WEIGHTS)
        && array.getShape().dimension() == 2
        && array.getShape().get(0) == batch) {
      String encoder = path.substring(ENCODERS.length(), path.indexOf('.', ENCODERS.length()));
      weights.put(encoder, rows(array.toFloatArray(), batch));
    }
  }

  private static float[][] rows(float[] flat, int batch) {
    int width = flat.length / batch;
    float[][] rows = new float[batch][];
    for (int i = 0; i < batch; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
    }
    return rows;
  }
}
