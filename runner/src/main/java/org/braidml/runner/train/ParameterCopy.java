package org.braidml.runner.train;

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
    ParameterPaths.of(model)
        .forEach((path, parameter) -> copy.values.put(path, parameter.getArray().toFloatArray()));
    return copy;
  }

  void restore(ModelBlock model, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      ParameterPaths.of(model)
          .forEach(
              (path, parameter) -> {
                float[] saved = values.get(path);
                if (saved != null) {
                  scope.create(saved, parameter.getShape()).copyTo(parameter.getArray());
                }
              });
    }
  }
}
