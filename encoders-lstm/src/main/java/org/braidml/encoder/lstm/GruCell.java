package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.RecurrentCell;
import org.braidml.api.RecurrentCellBlock;

/**
 * One step of a gated recurrent unit: {@code (B, F)} and the state {@code h (B, H) ->} the next.
 *
 * <p>{@code r = sigmoid(W_xr x + b_xr + W_hr h + b_hr)}, {@code z} likewise; {@code n = tanh(W_xn x
 * + b_xn + r (W_hn h + b_hn))}; {@code h' = (1 - z) n + z h}: K. Cho et al., 2014, with the reset
 * gate applied after the recurrent map. It computes what {@code gru} does, more slowly.
 *
 * <p>With {@code recurrent-dropout}, numbers of {@code n} are dropped in training, anew at each
 * step, and those of the state never: S. Semeniuta, A. Severyn, E. Barth, "Recurrent Dropout
 * without Memory Loss", 2016. In evaluation nothing is dropped.
 *
 * <pre>{@code
 * encoders.review { type = cell-rnn, cell { type = gru-cell, recurrent-dropout = 0.2 } }
 * }</pre>
 */
public final class GruCell implements RecurrentCell<GruCellConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public GruCell() {}

  @Override
  public String id() {
    return "gru-cell";
  }

  @Override
  public Class<GruCellConfig> configType() {
    return GruCellConfig.class;
  }

  @Override
  public RecurrentCellBlock build(GruCellConfig config, int inputWidth, BuildContext context) {
    return new GruCellBlock(config, inputWidth);
  }
}
