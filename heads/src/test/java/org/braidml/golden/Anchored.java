package org.braidml.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.ParameterPaths;

/** A block beside a parameter of ours, so that a block without any can be differentiated too. */
final class Anchored extends TypedBlock {

  private final Anchor anchor = new Anchor();

  Anchored(TypedBlock block, NDManager manager) {
    ParameterPaths.initialize(anchor, manager, DataType.FLOAT32, 1);
    child("block", block);
    child("anchor", anchor);
  }

  /** Returns the loss plus 0. */
  NDArray anchor(Pass pass, NDArray loss) {
    return loss.reshape(1).add(pass.value(anchor.zero));
  }

  private static final class Anchor extends TypedBlock {
    private final Parameter zero = parameter("zero", Init.zeros(), 1);
  }
}
