package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.RecurrentStack;

/**
 * Any {@link org.braidml.api.RecurrentCell} over a sequence, pooled to one encoding: {@code (B, T,
 * F) -> states (B, T, H)}, encoding {@code (B, E)}; H doubles when bidirectional. Mask: 1 = real
 * step, 0 = padding.
 *
 * <p>The cell is called step by step, in Java, where {@code lstm} and {@code gru} make one call of
 * the engine: for a recurrence that the engine lacks. Lengths are exact: a row that has ended keeps
 * its state, and the backward direction starts at each row's last real step. Layers are stacked
 * with dropout between them in training; each has a cell of its own, of the same settings.
 *
 * <pre>{@code
 * encoders.review { type = cell-rnn, cell { type = layer-norm-lstm, hidden-size = 64 } }
 * }</pre>
 */
public final class CellRnnEncoder implements SequenceEncoder<CellRnnEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public CellRnnEncoder() {}

  @Override
  public String id() {
    return "cell-rnn";
  }

  @Override
  public Class<CellRnnEncoderConfig> configType() {
    return CellRnnEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      CellRnnEncoderConfig config, SequenceSpec input, BuildContext context) {
    RecurrentStack stack =
        new RecurrentStack(
            input.width(),
            config.layers(),
            config.bidirectional(),
            config.dropout(),
            width -> context.cell(config.cell(), width));
    return new RecurrentEncoderBlock(stack, input, config.pooling(), context);
  }
}
