package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;

/** {@code (B, T, F) -> (B, T', C)}: a convolution over time and an activation. */
final class Conv1dBlock extends SequenceTransformBlock {

  private final SequenceSpec output;
  private final Conv1d.Window window;
  private final Conv1d convolution;
  private final Activation activation;

  Conv1dBlock(Conv1dTransformConfig config, SequenceSpec input, BuildContext context) {
    this.window =
        new Conv1d.Window(config.kernel(), config.stride(), config.dilation(), config.padding());
    this.output = Steps.mapped(input, config.filters(), window, context);
    this.convolution = child("convolution", new Conv1d(input.width(), config.filters(), window));
    this.activation = config.activation();
  }

  @Override
  public SequenceSpec output() {
    return output;
  }

  @Override
  public int mapLength(int length) {
    return window.outputLength(length);
  }

  @Override
  public boolean stepwise() {
    return window.span() == 1 && window.stride() == 1;
  }

  @Override
  public Sequence forward(Pass pass, Sequence input) {
    Sequence convolved = convolution.forward(pass, input);
    return convolved.withValues(activation.apply(convolved.values()));
  }
}
