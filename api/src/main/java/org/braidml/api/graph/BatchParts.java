package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts a batch into smaller ones of the same padded length. */
final class BatchParts {

  private BatchParts() {}

  static List<Batch> of(Batch batch, int size) {
    List<Batch> parts = new ArrayList<>();
    for (int from = 0; from < batch.size(); from += size) {
      parts.add(part(batch, from, Math.min(batch.size(), from + size)));
    }
    return parts;
  }

  private static Batch part(Batch batch, int from, int to) {
    Map<String, FieldData> fields = new LinkedHashMap<>();
    batch.fields().forEach((name, data) -> fields.put(name, part(data, batch.size(), from, to)));
    Map<String, float[]> targets = new LinkedHashMap<>();
    batch
        .targets()
        .forEach((name, values) -> targets.put(name, rows(values, batch.size(), from, to)));
    float[] weights = batch.weights();
    return new Batch(
        to - from,
        Arrays.copyOfRange(batch.rows(), from, to),
        fields,
        targets,
        weights.length == 0 ? weights : rows(weights, batch.size(), from, to));
  }

  private static FieldData part(FieldData data, int size, int from, int to) {
    if (data instanceof FieldData.Ids ids) {
      return new FieldData.Ids(
          rows(ids.ids(), size, from, to), Arrays.copyOfRange(ids.lengths(), from, to), ids.time());
    }
    if (data instanceof FieldData.Values values) {
      return new FieldData.Values(
          rows(values.values(), size, from, to),
          Arrays.copyOfRange(values.lengths(), from, to),
          values.time(),
          values.width());
    }
    if (data instanceof FieldData.Statics statics) {
      return new FieldData.Statics(
          rows(statics.numeric(), size, from, to), rows(statics.categories(), size, from, to));
    }
    throw new IllegalArgumentException("cannot cut " + data.getClass().getSimpleName());
  }

  private static float[] rows(float[] values, int size, int from, int to) {
    int width = values.length / size;
    return Arrays.copyOfRange(values, from * width, to * width);
  }

  private static int[] rows(int[] values, int size, int from, int to) {
    int width = values.length / size;
    return Arrays.copyOfRange(values, from * width, to * width);
  }
}
