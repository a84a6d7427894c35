package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.RecurrentCell;
import org.braidml.api.RecurrentCellBlock;

/**
 * One step of a long short-term memory: {@code (B, F)} and the state {@code h (B, H), c (B, H)}
 * {@code ->} the next.
 *
 * <p>{@code i, f, g, o = W_x x + b_x + W_h h + b_h}; {@code c' = sigmoid(f) c + sigmoid(i)
 * tanh(g)}; {@code h' = sigmoid(o) tanh(c')}: Hochreiter and Schmidhuber, 1997, with the forget
 * gate of Gers, Schmidhuber and Cummins, 2000. It computes what {@code lstm} does, more slowly.
 *
 * <p>With {@code recurrent-dropout}, numbers of {@code tanh(g)} are dropped in training, anew at
 * each step, and those of the state never: S. Semeniuta, A. Severyn, E. Barth, "Recurrent Dropout
 * without Memory Loss", 2016. In evaluation nothing is dropped.
 *
 * <pre>{@code
 * encoders.review { type = cell-rnn, cell { type = lstm-cell, recurrent-dropout = 0.2 } }
 * }</pre>
 */
public final class LstmCell implements RecurrentCell<LstmCellConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LstmCell() {}

  @Override
  public String id() {
    return "lstm-cell";
  }

  @Override
  public Class<LstmCellConfig> configType() {
    return LstmCellConfig.class;
  }

  @Override
  public RecurrentCellBlock build(LstmCellConfig config, int inputWidth, BuildContext context) {
    return new LstmCellBlock(config, inputWidth);
  }
}
