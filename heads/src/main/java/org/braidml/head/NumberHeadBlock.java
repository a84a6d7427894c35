package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Pass;
import org.braidml.api.nn.Activation;

/** {@code (B, M) -> (B, 1)}: a number a row, through dense layers; what it means is each head's. */
abstract class NumberHeadBlock extends HeadBlock {

  private final Layers layers;

  NumberHeadBlock(int inputWidth, List<Integer> units, Activation activation, double dropout) {
    layers = child("layers", new Layers(inputWidth, units, activation, dropout, 1));
  }

  @Override
  public final int width() {
    return 1;
  }

  @Override
  public final NDArray forward(Pass pass, HeadInput input) {
    return layers.forward(pass, input.values());
  }
}
