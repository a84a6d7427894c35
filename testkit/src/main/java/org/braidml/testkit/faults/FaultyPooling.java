package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Masked;
import org.jspecify.annotations.Nullable;

/** Attention {@code (B, T, H) -> (B, H)} whose softmax runs over padded steps too. */
final class FaultyPooling extends PoolingBlock {

  private final int width;
  private final Linear score;

  FaultyPooling(StatesSpec input) {
    width = input.width();
    score = child("score", new Linear(width, 1, false));
  }

  @Override
  public int encodingWidth() {
    return width;
  }

  @Override
  public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
    NDArray scores = score.forward(pass, states.values());
    NDArray weights = scores.reshape(states.lengths().batch(), states.lengths().time()).softmax(1);
    return new Pooled(Masked.weightedSum(states.withValues(Masked.zero(states)), weights), weights);
  }
}
