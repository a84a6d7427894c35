package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.jspecify.annotations.Nullable;

/** A masked reduction of the states, {@code (B, T, H) -> (B, H)}, without parameters. */
final class ReductionBlock extends PoolingBlock {

  private final int width;
  private final Function<Sequence, NDArray> reduction;

  ReductionBlock(int width, Function<Sequence, NDArray> reduction) {
    this.width = width;
    this.reduction = reduction;
  }

  @Override
  public int encodingWidth() {
    return width;
  }

  @Override
  public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
    return new Pooled(reduction.apply(states), null);
  }
}
