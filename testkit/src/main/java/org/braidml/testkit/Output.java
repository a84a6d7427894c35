package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Lengths;
import org.braidml.api.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * One result of a block.
 *
 * @param name for messages
 * @param values {@code (B, ...)}, or {@code (B, T, ...)} if there are lengths
 * @param lengths how many steps of each row mean anything; null for a result without time
 */
record Output(String name, NDArray values, @Nullable Lengths lengths) {

  static Output row(String name, NDArray values) {
    return new Output(name, values, null);
  }

  static Output steps(String name, Sequence sequence) {
    return new Output(name, sequence.values(), sequence.lengths());
  }
}
