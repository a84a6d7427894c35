package com.example.braid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCell;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.LayerNorm;
import org.braidml.api.nn.Linear;

/**
 * One step of a layer-normalised LSTM: {@code (B, F)} and the state {@code h (B, H), c (B, H) ->}
 * the next. Training mode changes nothing.
 *
 * <p>{@code i, f, g, o = LN(W_x x) + LN(W_h h)}; {@code c' = sigmoid(f + 1) c + sigmoid(i) tanh(g)};
 * {@code h' = sigmoid(o) tanh(LN(c'))}: J. Ba, J. Kiros, G. Hinton, "Layer Normalization", 2016,
 * equations 20 to 22. Braid has one with more settings, {@code layer-norm-lstm}.
 *
 * <pre>{@code
 * encoders.vitals { type = cell-rnn, cell { type = ln-lstm, hidden-size = 32 } }
 * }</pre>
 */
public final class LnLstmCell implements RecurrentCell<LnLstmCell.Config> {

  private static final double EPSILON = 1e-5;

  /** Used by {@link java.util.ServiceLoader}. */
  public LnLstmCell() {}

  /**
   * Its settings.
   *
   * @param hiddenSize H; of one number a layer norm would make a constant
   */
  public record Config(@Range(min = 2, max = 16384) int hiddenSize) {}

  @Override
  public String id() {
    return "ln-lstm";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public RecurrentCellBlock build(Config config, int inputWidth, BuildContext context) {
    return new Block(inputWidth, config.hiddenSize());
  }

  private static final class Block extends RecurrentCellBlock {
    private final int hidden;
    private final Linear input;
    private final Linear recurrent;
    private final LayerNorm inputNorm;
    private final LayerNorm recurrentNorm;
    private final LayerNorm cellNorm;

    Block(int width, int hidden) {
      this.hidden = hidden;
      input = child("input", new Linear(width, 4 * hidden, false));
      recurrent = child("recurrent", new Linear(hidden, 4 * hidden, false));
      inputNorm = child("input-norm", new LayerNorm(4 * hidden, EPSILON));
      recurrentNorm = child("recurrent-norm", new LayerNorm(4 * hidden, EPSILON));
      cellNorm = child("cell-norm", new LayerNorm(hidden, EPSILON));
    }

    // snippet: start
    @Override
    public int hiddenSize() {
      return hidden;
    }

    @Override
    public List<NDArray> initialState(NDManager manager, int batch, DataType type) {
      Shape shape = new Shape(batch, hidden);
      return List.of(manager.zeros(shape, type), manager.zeros(shape, type));
    }

    @Override
    public List<NDArray> step(Pass pass, NDArray x, List<NDArray> state) {
      NDArray read = inputNorm.forward(pass, input.forward(pass, x));
      NDArray kept = recurrentNorm.forward(pass, recurrent.forward(pass, state.get(0)));
      NDList gates = read.add(kept).split(4, 1);
      NDArray i = Activation.SIGMOID.apply(gates.get(0));
      NDArray f = Activation.SIGMOID.apply(gates.get(1).add(1));
      NDArray c = f.mul(state.get(1)).add(i.mul(gates.get(2).tanh()));
      NDArray o = Activation.SIGMOID.apply(gates.get(3));
      return List.of(o.mul(cellNorm.forward(pass, c).tanh()), c);
    }
    // snippet: end
  }
}
