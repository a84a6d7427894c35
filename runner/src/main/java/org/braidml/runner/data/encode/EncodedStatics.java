package org.braidml.runner.data.encode;

import org.braidml.api.graph.FieldData;

/**
 * Static features, example after example.
 *
 * @param numeric all numbers
 * @param numbers how many an example has
 * @param categories all category ids
 * @param kinds how many an example has
 */
record EncodedStatics(float[] numeric, int numbers, int[] categories, int kinds)
    implements EncodedField {

  @Override
  public int length(int example) {
    return 0;
  }

  @Override
  public FieldData gather(int[] examples) {
    float[] some = new float[examples.length * numbers];
    int[] ids = new int[examples.length * kinds];
    for (int i = 0; i < examples.length; i++) {
      System.arraycopy(numeric, examples[i] * numbers, some, i * numbers, numbers);
      System.arraycopy(categories, examples[i] * kinds, ids, i * kinds, kinds);
    }
    return new FieldData.Statics(some, ids);
  }
}
