package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.nn.Beside;

/** Encodings against their specifications. */
final class Encodings {

  private Encodings() {}

  /** Checks number and widths on the host: engines would broadcast what does not fit. */
  static void require(List<EncodingSpec> specs, List<NDArray> encodings) {
    if (encodings.size() != specs.size()) {
      throw new IllegalArgumentException(
          "expected " + specs.size() + " encodings, given " + encodings.size());
    }
    for (int i = 0; i < specs.size(); i++) {
      Shape shape = encodings.get(i).getShape();
      if (shape.dimension() != 2
          || shape.get(1) != specs.get(i).width()
          || shape.get(0) != encodings.get(0).getShape().get(0)) {
        throw new IllegalArgumentException(
            "the encoding of "
                + specs.get(i).name()
                + ": expected (B, "
                + specs.get(i).width()
                + "), given "
                + shape);
      }
    }
  }

  /** Joins encodings along their width. */
  static NDArray concat(List<NDArray> encodings) {
    return Beside.of(encodings);
  }

  /** Returns the sum of the widths. */
  static int width(List<EncodingSpec> specs) {
    return specs.stream().mapToInt(EncodingSpec::width).sum();
  }
}
