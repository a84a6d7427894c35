package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.BuildContext;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Conv1d;
import org.braidml.api.nn.Dropout;

/**
 * {@code (B, T, F) -> states (B, T', C)} by a convolution and max pooling, encoding {@code (B, E)}
 * by a pooling.
 */
final class ConvPoolEncoderBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final ConvolvedSteps steps;
  private final PoolingBlock pooling;
  private final double dropout;

  ConvPoolEncoderBlock(ConvPoolEncoderConfig config, SequenceSpec input, BuildContext context) {
    this.dropout = config.dropout();
    this.steps =
        ConvolvedSteps.of(
            input,
            config.filters(),
            new Conv1d.Window(config.kernel(), 1, 1, config.padding()),
            config.activation(),
            config.maxPool(),
            context);
    child("convolution", steps.convolution());
    this.states = StatesSpec.of(steps.output(), config.filters());
    this.pooling = child("pooling", context.pooling(config.pooling(), states));
  }

  @Override
  public StatesSpec states() {
    return states;
  }

  @Override
  public int encodingWidth() {
    return pooling.encodingWidth();
  }

  @Override
  public Encoded forward(Pass pass, Sequence input, Condition condition) {
    Sequence pooled = steps.forward(pass, input);
    NDArray encoding = pooling.forward(pass.at("pooling"), pooled, null).encoding();
    return new Encoded(pooled, Dropout.apply(pass, encoding, dropout), null);
  }
}
