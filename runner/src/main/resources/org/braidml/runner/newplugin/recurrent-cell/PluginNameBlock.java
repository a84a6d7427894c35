package plugin.packagename;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;

/** {@code (B, F)} and {@code (B, H) -> (B, H)}: {@code h' = tanh(W x + b + U h)}. */
final class PluginNameBlock extends RecurrentCellBlock {

  private final Linear w;
  private final Linear u;

  PluginNameBlock(PluginNameConfig config, int inputWidth) {
    w = child("input", new Linear(inputWidth, config.hiddenSize()));
    u = child("state", new Linear(config.hiddenSize(), config.hiddenSize(), false));
  }

  @Override
  public int hiddenSize() {
    return w.outputWidth();
  }

  @Override
  public List<NDArray> initialState(NDManager manager, int batch, DataType type) {
    return List.of(manager.zeros(new Shape(batch, hiddenSize()), type));
  }

  @Override
  public List<NDArray> step(Pass pass, NDArray x, List<NDArray> state) {
    NDArray h = state.get(0);
    return List.of(Activation.TANH.apply(w.forward(pass, x).add(u.forward(pass, h))));
  }
}
