package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;

/** {@code (B, E_1), (B, E_2), ... -> (B, E_1 + E_2 + ...)}. */
final class ConcatMergerBlock extends MergerBlock {

  private final List<EncodingSpec> inputs;

  ConcatMergerBlock(List<EncodingSpec> inputs) {
    this.inputs = inputs;
  }

  @Override
  public int width() {
    return Encodings.width(inputs);
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> encodings) {
    Encodings.require(inputs, encodings);
    return Encodings.concat(encodings);
  }
}
