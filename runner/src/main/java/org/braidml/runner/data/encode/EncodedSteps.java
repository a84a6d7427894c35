package org.braidml.runner.data.encode;

import java.util.Arrays;

/**
 * A target of one value a step of a field, of all examples, one after another.
 *
 * @param field the field whose steps they belong to
 * @param flat all values; NaN at a step without one
 * @param offsets where each example begins, and the end of the last, as those of the field
 */
record EncodedSteps(String field, float[] flat, int[] offsets) {

  /** Returns the values of some examples side by side, padded on the right by NaN to T steps. */
  float[] gather(int[] examples, int time) {
    float[] values = new float[examples.length * time];
    Arrays.fill(values, Float.NaN);
    for (int i = 0; i < examples.length; i++) {
      int from = offsets[examples[i]];
      System.arraycopy(flat, from, values, i * time, offsets[examples[i] + 1] - from);
    }
    return values;
  }

  /** Returns the values that there are. */
  float[] given() {
    float[] given = new float[flat.length];
    int count = 0;
    for (float value : flat) {
      if (!Float.isNaN(value)) {
        given[count++] = value;
      }
    }
    return Arrays.copyOf(given, count);
  }
}
