package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.RecurrentOptions;
import org.braidml.api.nn.RecurrentStack;

/**
 * Long short-term memory over a sequence, pooled to one encoding: {@code (B, T, F) -> states (B, T,
 * H)}, encoding {@code (B, E)}; H doubles when bidirectional.
 *
 * <p>Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997, with the forget gate of Gers,
 * Schmidhuber and Cummins, 2000. Lengths are exact: padding is never read, in either direction, and
 * the last state is the one at length - 1. Layers are stacked with dropout between them in
 * training.
 *
 * <pre>{@code
 * encoders.review { type = lstm, hidden-size = 64, layers = 1, pooling { type = last } }
 * }</pre>
 */
public final class LstmEncoder implements SequenceEncoder<LstmEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LstmEncoder() {}

  @Override
  public String id() {
    return "lstm";
  }

  @Override
  public Class<LstmEncoderConfig> configType() {
    return LstmEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      LstmEncoderConfig config, SequenceSpec input, BuildContext context) {
    RecurrentOptions options =
        new RecurrentOptions(
            RecurrentOptions.Kind.LSTM,
            input.width(),
            config.hiddenSize(),
            config.layers(),
            config.bidirectional(),
            config.dropout(),
            config.forgetBias());
    return new RecurrentEncoderBlock(new RecurrentStack(options), input, config.pooling(), context);
  }
}
