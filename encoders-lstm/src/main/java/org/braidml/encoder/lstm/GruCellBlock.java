package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.Linear;

/** {@code x (B, F); h (B, H) -> h}. */
final class GruCellBlock extends RecurrentCellBlock {

  private final int hidden;
  private final double dropout;
  private final Linear input;
  private final Linear recurrent;

  GruCellBlock(GruCellConfig config, int inputWidth) {
    hidden = config.hiddenSize();
    dropout = config.recurrentDropout();
    input = child("input", Gates.ofInput(inputWidth, hidden, 3, Init.zeros()));
    recurrent = child("recurrent", Gates.ofState(hidden, 3, Init.zeros()));
  }

  @Override
  public int hiddenSize() {
    return hidden;
  }

  @Override
  public List<NDArray> initialState(NDManager manager, int batch, DataType type) {
    return Gates.zeros(manager, 1, new Shape(batch, hidden), type);
  }

  @Override
  public List<NDArray> step(Pass pass, NDArray x, List<NDArray> state) {
    NDArray h = state.get(0);
    List<NDArray> read = Gates.split(input.forward(pass, x), 3);
    List<NDArray> kept = Gates.split(recurrent.forward(pass, h), 3);
    NDArray r = Activation.SIGMOID.apply(read.get(0).add(kept.get(0)));
    NDArray z = Activation.SIGMOID.apply(read.get(1).add(kept.get(1)));
    NDArray n =
        Dropout.apply(pass, Activation.TANH.apply(read.get(2).add(r.mul(kept.get(2)))), dropout);
    return List.of(n.add(z.mul(h.sub(n))));
  }
}
