package org.braidml.runner.data.encode;

import org.braidml.api.graph.FieldData;

/** One field of all examples, kept compactly. Immutable. */
sealed interface EncodedField permits EncodedIds, EncodedValues, EncodedStatics {

  /** Returns how many steps an example has; 0 for static features. */
  int length(int example);

  /** Returns some examples side by side, padded on the right to the longest of them. */
  FieldData gather(int[] examples);

  /** Returns the longest of some examples, at least 1. */
  static int longest(int[] lengths) {
    int longest = 1;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }
}
