package org.braidml.runner.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;

/** One example many times over, each time without other steps of one field. */
final class Removal {

  private Removal() {}

  /**
   * Returns the whole example first, then one for each set of steps. The steps that stay move
   * together; padding follows them.
   *
   * @param one a batch of one example
   * @param field a sequence
   * @param removed sets of steps
   */
  static Batch of(Batch one, String field, List<int[]> removed) {
    return of(one, Set.of(field), removed);
  }

  /** The same of sequences that are read side by side, each of which loses the same steps. */
  static Batch of(Batch one, Set<String> read, List<int[]> removed) {
    int size = removed.size() + 1;
    Map<String, FieldData> fields = new HashMap<>();
    one.fields()
        .forEach(
            (name, data) ->
                fields.put(
                    name, read.contains(name) ? without(data, removed) : repeated(data, size)));
    int[] rows = new int[size];
    Arrays.fill(rows, one.rows()[0]);
    return new Batch(size, rows, fields, Map.of());
  }

  private static FieldData without(FieldData data, List<int[]> removed) {
    int size = removed.size() + 1;
    int[] lengths = new int[size];
    if (data instanceof FieldData.Ids ids) {
      int[] flat = new int[size * ids.time()];
      for (int i = 0; i < size; i++) {
        for (int step : kept(ids.lengths()[0], i == 0 ? new int[0] : removed.get(i - 1))) {
          flat[i * ids.time() + lengths[i]++] = ids.ids()[step];
        }
      }
      return new FieldData.Ids(flat, lengths, ids.time());
    }
    if (data instanceof FieldData.Values values) {
      int width = values.width();
      float[] flat = new float[size * values.time() * width];
      for (int i = 0; i < size; i++) {
        for (int step : kept(values.lengths()[0], i == 0 ? new int[0] : removed.get(i - 1))) {
          int to = (i * values.time() + lengths[i]++) * width;
          System.arraycopy(values.values(), step * width, flat, to, width);
        }
      }
      return new FieldData.Values(flat, lengths, values.time(), width);
    }
    throw new IllegalArgumentException("static features have no steps");
  }

  private static int[] kept(int length, int[] removed) {
    boolean[] gone = new boolean[length];
    for (int step : removed) {
      gone[step] = true;
    }
    return java.util.stream.IntStream.range(0, length).filter(step -> !gone[step]).toArray();
  }

  private static FieldData repeated(FieldData data, int size) {
    if (data instanceof FieldData.Ids ids) {
      return new FieldData.Ids(
          repeated(ids.ids(), size), repeated(ids.lengths(), size), ids.time());
    }
    if (data instanceof FieldData.Values values) {
      return new FieldData.Values(
          repeated(values.values(), size),
          repeated(values.lengths(), size),
          values.time(),
          values.width());
    }
    FieldData.Statics statics = (FieldData.Statics) data;
    return new FieldData.Statics(
        repeated(statics.numeric(), size), repeated(statics.categories(), size));
  }

  private static int[] repeated(int[] once, int times) {
    int[] all = new int[once.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    return all;
  }

  private static float[] repeated(float[] once, int times) {
    float[] all = new float[once.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    return all;
  }
}
