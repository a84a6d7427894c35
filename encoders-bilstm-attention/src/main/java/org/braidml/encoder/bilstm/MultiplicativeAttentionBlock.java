package org.braidml.encoder.bilstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Scalars;
import org.jspecify.annotations.Nullable;

/** {@code score_t = h_t . W q}, over {@code sqrt(H)} if scaled. */
final class MultiplicativeAttentionBlock extends PoolingBlock {

  private final int width;
  private final boolean scaled;
  private final Linear query;

  MultiplicativeAttentionBlock(int width, int queryWidth, boolean scaled) {
    this.width = width;
    this.scaled = scaled;
    this.query = child("query", new Linear(queryWidth, width, false));
  }

  @Override
  public int encodingWidth() {
    return width;
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
    NDArray asked = query.forward(pass, Attention.required(finalOutput));
    if (scaled) {
      asked = Scalars.div(asked, Math.sqrt(width));
    }
    return Attention.pool(pass, states, states.values().matMul(asked.expandDims(2)));
  }
}
