package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.Linear;

/** {@code x (B, F); h, c (B, H) -> h, c}. */
final class LstmCellBlock extends RecurrentCellBlock {

  private final int hidden;
  private final double dropout;
  private final Linear input;
  private final Linear recurrent;

  LstmCellBlock(LstmCellConfig config, int inputWidth) {
    hidden = config.hiddenSize();
    dropout = config.recurrentDropout();
    input = child("input", Gates.ofInput(inputWidth, hidden, 4, Gates.forget(config.forgetBias())));
    recurrent = child("recurrent", Gates.ofState(hidden, 4, Init.zeros()));
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
    NDArray gates = input.forward(pass, x).add(recurrent.forward(pass, state.get(0)));
    LstmMemory memory = LstmMemory.of(pass, gates, state.get(1), dropout);
    return List.of(memory.open().mul(Activation.TANH.apply(memory.cell())), memory.cell());
  }
}
