package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Masked;

/** {@code (B, T, F) -> encoding (B, F)}, the masked mean; the states are the input. */
final class MeanEmbeddingBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final double dropout;

  MeanEmbeddingBlock(StatesSpec states, double dropout) {
    this.states = states;
    this.dropout = dropout;
  }

  @Override
  public StatesSpec states() {
    return states;
  }

  @Override
  public int encodingWidth() {
    return states.width();
  }

  @Override
  public Encoded forward(Pass pass, Sequence input, Condition condition) {
    NDArray mean = Masked.mean(input);
    return new Encoded(input, Dropout.apply(pass, mean, dropout), null);
  }
}
