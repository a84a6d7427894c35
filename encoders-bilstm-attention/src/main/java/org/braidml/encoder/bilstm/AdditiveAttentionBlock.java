package org.braidml.encoder.bilstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;
import org.jspecify.annotations.Nullable;

/** {@code score_t = v . tanh(W h_t + U q + b)}, with or without the query. */
final class AdditiveAttentionBlock extends PoolingBlock {

  private final int width;
  private final Linear state;
  private final @Nullable Linear query;
  private final Linear score;

  /**
   * A block.
   *
   * @param width H
   * @param queryWidth Q, or 0 for no query
   * @param size A
   */
  AdditiveAttentionBlock(int width, int queryWidth, int size) {
    this.width = width;
    this.state = child("state", new Linear(width, size));
    this.query = queryWidth == 0 ? null : child("query", new Linear(queryWidth, size, false));
    this.score = child("score", new Linear(size, 1, false));
  }

  @Override
  public int encodingWidth() {
    return width;
  }

  @Override
  public boolean asks() {
    return query != null;
  }

  @Override
  public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
    NDArray sum = state.forward(pass, states.values());
    if (query != null) {
      sum = sum.add(query.forward(pass, Attention.required(finalOutput)).expandDims(1));
    }
    return Attention.pool(pass, states, score.forward(pass, Activation.TANH.apply(sum)));
  }
}
