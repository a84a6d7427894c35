package org.braidml.runner.data.encode;

import java.util.Arrays;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.store.Numbers;

/**
 * Sequences of ids, one after another.
 *
 * @param flat all ids
 * @param offsets where each example begins, and the end of the last
 */
record EncodedIds(Numbers<int[]> flat, long[] offsets) implements EncodedField {

  @Override
  public int length(int example) {
    return (int) (offsets[example + 1] - offsets[example]);
  }

  @Override
  public FieldData gather(int[] examples) {
    int[] lengths = Arrays.stream(examples).map(this::length).toArray();
    int time = EncodedField.longest(lengths);
    int[] ids = new int[examples.length * time];
    for (int i = 0; i < examples.length; i++) {
      flat.copy(offsets[examples[i]], ids, i * time, lengths[i]);
    }
    return new FieldData.Ids(ids, lengths, time);
  }
}
