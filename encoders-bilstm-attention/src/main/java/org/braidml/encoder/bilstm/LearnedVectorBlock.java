package org.braidml.encoder.bilstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Linear;
import org.jspecify.annotations.Nullable;

/** {@code score_t = w . h_t}. A bias would cancel in the softmax. */
final class LearnedVectorBlock extends PoolingBlock {

  private final int width;
  private final Linear score;

  LearnedVectorBlock(int width) {
    this.width = width;
    this.score = child("score", new Linear(width, 1, false));
  }

  @Override
  public int encodingWidth() {
    return width;
  }

  @Override
  public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
    return Attention.pool(pass, states, score.forward(pass, states.values()));
  }
}
