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
    return of(ParameterPaths.values(model));
  }

  /** Copies the arrays of all of a model's parameters, by path. */
  static ParameterCopy of(Map<String, NDArray> arrays) {
    ParameterCopy copy = new ParameterCopy();
    arrays.forEach((path, array) -> copy.values.put(path, array.toFloatArray()));
    return copy;
  }

  void restore(ModelBlock model, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      ParameterPaths.restore(model, arrays(model, scope), manager);
    }
  }

  /** Returns the values as arrays of a manager, by path. */
  Map<String, NDArray> arrays(ModelBlock model, NDManager manager) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    ParameterPaths.values(model)
        .forEach(
            (path, now) -> {
              float[] saved = values.getOrDefault(path, new float[0]);
              arrays.put(path, manager.create(saved, now.getShape()));
            });
    return arrays;
  }
}
