package org.braidml.runner.data.encode;

import java.util.Arrays;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.store.Numbers;

/**
 * Sequences of numbers, one after another.
 *
 * @param flat all numbers, step after step
 * @param offsets the step at which each example begins, and the end of the last
 * @param width how many numbers a step has
 * @param fixedLength the padded length of every batch, or 0 for the batch's own longest
 */
record EncodedValues(Numbers<float[]> flat, long[] offsets, int width, int fixedLength)
    implements EncodedField {

  @Override
  public int length(int example) {
    return (int) (offsets[example + 1] - offsets[example]);
  }

  @Override
  public FieldData gather(int[] examples) {
    int[] lengths = Arrays.stream(examples).map(this::length).toArray();
    int time = fixedLength > 0 ? fixedLength : EncodedField.longest(lengths);
    float[] values = new float[examples.length * time * width];
    for (int i = 0; i < examples.length; i++) {
      flat.copy(offsets[examples[i]] * width, values, i * time * width, lengths[i] * width);
    }
    return new FieldData.Values(values, lengths, time, width);
  }
}
