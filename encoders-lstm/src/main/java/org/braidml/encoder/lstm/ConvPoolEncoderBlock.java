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
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;
import org.braidml.api.nn.Dropout;

/**
 * {@code (B, T, F) -> states (B, T', C)} by a convolution and max pooling, encoding {@code (B, E)}
 * by a pooling.
 */
final class ConvPoolEncoderBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final Conv1d convolution;
  private final Activation activation;
  private final TimePool pool;
  private final PoolingBlock pooling;
  private final double dropout;

  ConvPoolEncoderBlock(ConvPoolEncoderConfig config, SequenceSpec input, BuildContext context) {
    Conv1d.Window window = new Conv1d.Window(config.kernel(), 1, 1, config.padding());
    this.convolution = child("convolution", new Conv1d(input.width(), config.filters(), window));
    this.activation = config.activation();
    this.pool = new TimePool(TimePool.Kind.MAX, config.maxPool(), config.maxPool());
    this.dropout = config.dropout();
    SequenceSpec convolved = Steps.mapped(input, config.filters(), window, context);
    this.states = StatesSpec.of(pool.output(convolved), config.filters());
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
    Sequence convolved = convolution.forward(pass, input);
    Sequence pooled = pool.forward(convolved.withValues(activation.apply(convolved.values())));
    NDArray encoding = pooling.forward(pass.at("pooling"), pooled, null).encoding();
    return new Encoded(pooled, Dropout.apply(pass, encoding, dropout), null);
  }
}
