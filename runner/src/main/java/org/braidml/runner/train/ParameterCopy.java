package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.ParameterPaths;

/** A copy of a model's parameters in host memory, to come back to. */
final class ParameterCopy {

  private final Map<String, float[]> values = new LinkedHashMap<>();

  private ParameterCopy() {}

  static ParameterCopy of(ModelBlock model) {
    ParameterCopy copy = new ParameterCopy();
    ParameterPaths.values(model)
        .forEach((path, array) -> copy.values.put(path, array.toFloatArray()));
    return copy;
  }

  void restore(ModelBlock model, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      ParameterPaths.values(model)
          .forEach(
              (path, now) -> {
                float[] saved = values.getOrDefault(path, new float[0]);
                arrays.put(path, scope.create(saved, now.getShape()));
              });
      ParameterPaths.restore(model, arrays, manager);
    }
  }
}
