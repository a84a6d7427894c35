package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Lookup;
import org.braidml.api.nn.OneHot;
import org.jspecify.annotations.Nullable;

/** Turns a sequence field into values: ids {@code (B, T)} or numbers to {@code (B, T, F)}. */
final class InputBlock extends TypedBlock {

  private final @Nullable Lookup lookup;
  private final @Nullable Linear linear;
  private final int width;
  private final boolean ids;

  private InputBlock(@Nullable Lookup lookup, @Nullable Linear linear, int width, boolean ids) {
    this.lookup = lookup == null ? null : child("lookup", lookup);
    this.linear = linear == null ? null : child("linear", linear);
    this.width = width;
    this.ids = ids;
  }

  static InputBlock embedding(int vocabulary, InputConfig.Embedding config) {
    return new InputBlock(table(vocabulary, config), null, config.size(), true);
  }

  private static Lookup table(int vocabulary, InputConfig.Embedding config) {
    if (!config.trainable()) {
      return Lookup.frozen(vocabulary, config.size());
    }
    return config.sparse()
        ? Lookup.sparse(vocabulary, config.size())
        : new Lookup(vocabulary, config.size());
  }

  static InputBlock oneHot(int vocabulary) {
    return new InputBlock(null, null, vocabulary, true);
  }

  static InputBlock linear(int width, int size) {
    return new InputBlock(null, new Linear(width, size), size, false);
  }

  static InputBlock identity(int width) {
    return new InputBlock(null, null, width, false);
  }

  int width() {
    return width;
  }

  NDArray forward(Pass pass, NDArray input) {
    if (lookup != null) {
      return lookup.forward(pass, input);
    }
    if (linear != null) {
      return linear.forward(pass, input);
    }
    return ids ? OneHot.of(input, width, DataType.FLOAT32) : input;
  }
}
