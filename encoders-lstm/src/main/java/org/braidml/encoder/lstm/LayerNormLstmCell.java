package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.RecurrentCell;
import org.braidml.api.RecurrentCellBlock;

/**
 * One step of a layer-normalised LSTM: {@code (B, F)} and the state {@code h (B, H), c (B, H)}
 * {@code ->} the next.
 *
 * <p>J. Ba, J. Kiros, G. Hinton, "Layer Normalization", 2016, equations 20 to 22: {@code i, f, g, o
 * = LN(W_h h) + LN(W_x x) + b}; {@code c' = sigmoid(f) c + sigmoid(i) tanh(g)}; {@code h' =
 * sigmoid(o) tanh(LN(c'))}. Each LN has a gain and a bias of its own, and is over the 4 H numbers
 * of all gates together, or the H of the cell. The state keeps {@code c'} as it is; an example of
 * PyTorch's ({@code custom_lstms.py}) keeps {@code LN(c')} instead, which is another recurrence.
 *
 * <p>With {@code recurrent-dropout}, numbers of {@code tanh(g)} are dropped in training, anew at
 * each step, and those of the state never: S. Semeniuta, A. Severyn, E. Barth, "Recurrent Dropout
 * without Memory Loss", 2016. In evaluation nothing is dropped.
 *
 * <pre>{@code
 * encoders.review { type = cell-rnn, cell { type = layer-norm-lstm, hidden-size = 64 } }
 * }</pre>
 */
public final class LayerNormLstmCell implements RecurrentCell<LayerNormLstmCellConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LayerNormLstmCell() {}

  @Override
  public String id() {
    return "layer-norm-lstm";
  }

  @Override
  public Class<LayerNormLstmCellConfig> configType() {
    return LayerNormLstmCellConfig.class;
  }

  @Override
  public RecurrentCellBlock build(
      LayerNormLstmCellConfig config, int inputWidth, BuildContext context) {
    return new LayerNormLstmCellBlock(config, inputWidth);
  }
}
