package org.braidml.runner.data.encode;

import java.util.Arrays;
import org.braidml.runner.data.store.Numbers;

/**
 * A target of one value a step of a field, of all examples, one after another.
 *
 * @param field the field whose steps they belong to
 * @param flat all values; NaN at a step without one
 * @param offsets where each example begins, and the end of the last, as those of the field
 */
record EncodedSteps(String field, Numbers<float[]> flat, long[] offsets) {

  private static final int CHUNK = 1 << 12;

  /** Returns the values of some examples side by side, padded on the right by NaN to T steps. */
  float[] gather(int[] examples, int time) {
    float[] values = new float[examples.length * time];
    Arrays.fill(values, Float.NaN);
    for (int i = 0; i < examples.length; i++) {
      long from = offsets[examples[i]];
      flat.copy(from, values, i * time, (int) (offsets[examples[i] + 1] - from));
    }
    return values;
  }

  /** Returns the values that there are, which must not be too many for an array. */
  float[] given() {
    float[] given = new float[CHUNK];
    float[] some = new float[CHUNK];
    int count = 0;
    for (long first = 0; first < flat.size(); first += CHUNK) {
      int read = (int) Math.min(CHUNK, flat.size() - first);
      flat.copy(first, some, 0, read);
      if (count + read > given.length) {
        given = Arrays.copyOf(given, (int) Math.min(flat.size(), given.length * 2L));
      }
      for (int i = 0; i < read; i++) {
        given[count] = some[i];
        count += Float.isNaN(some[i]) ? 0 : 1;
      }
    }
    return Arrays.copyOf(given, count);
  }
}
