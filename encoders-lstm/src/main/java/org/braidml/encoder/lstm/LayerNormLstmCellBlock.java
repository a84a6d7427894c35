package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.LayerNorm;
import org.braidml.api.nn.Linear;

/** {@code x (B, F); h, c (B, H) -> h, c}, the letters those of the paper. */
final class LayerNormLstmCellBlock extends RecurrentCellBlock {

  private final int hidden;
  private final double dropout;
  private final Linear input;
  private final Linear recurrent;
  private final LayerNorm inputNorm;
  private final LayerNorm recurrentNorm;
  private final LayerNorm cellNorm;
  private final Parameter bias;

  LayerNormLstmCellBlock(LayerNormLstmCellConfig config, int inputWidth) {
    hidden = config.hiddenSize();
    dropout = config.recurrentDropout();
    double epsilon = config.epsilon();
    input = child("input", Gates.ofInput(inputWidth, hidden, 4, null));
    recurrent = child("recurrent", Gates.ofState(hidden, 4, null));
    inputNorm = child("input-norm", new LayerNorm(4 * hidden, epsilon));
    recurrentNorm = child("recurrent-norm", new LayerNorm(4 * hidden, epsilon));
    cellNorm = child("cell-norm", new LayerNorm(hidden, epsilon));
    bias = parameter("bias", Gates.forget(config.forgetBias()), 4L * hidden);
  }

  @Override
  public int hiddenSize() {
    return hidden;
  }

  @Override
  public List<NDArray> initialState(NDManager manager, int batch, DataType type) {
    return Gates.zeros(manager, 2, new Shape(batch, hidden), type);
  }

  @Override
  public int conditionableStates() {
    return 2;
  }

  @Override
  public List<NDArray> step(Pass pass, NDArray x, List<NDArray> state) {
    NDArray read = inputNorm.forward(pass, input.forward(pass, x));
    NDArray kept = recurrentNorm.forward(pass, recurrent.forward(pass, state.get(0)));
    NDArray gates = read.add(kept).add(pass.value(bias));
    LstmMemory memory = LstmMemory.of(pass, gates, state.get(1), dropout);
    NDArray shown = Activation.TANH.apply(cellNorm.forward(pass, memory.cell()));
    return List.of(memory.open().mul(shown), memory.cell());
  }
}
