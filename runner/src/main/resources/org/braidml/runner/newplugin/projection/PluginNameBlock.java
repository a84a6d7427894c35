package plugin.packagename;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;

/** {@code (B, M) -> (B, M)}: {@code y = x + f(W x + b)}. */
final class PluginNameBlock extends ProjectionBlock {

  private final PluginNameConfig config;
  private final Linear linear;

  PluginNameBlock(PluginNameConfig config, int width) {
    this.config = config;
    linear = child("linear", new Linear(width, width));
  }

  @Override
  public int width() {
    return linear.outputWidth();
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray added = config.activation().apply(linear.forward(pass, x));
    return x.add(Dropout.apply(pass, added, config.dropout()));
  }
}
