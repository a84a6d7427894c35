package plugin.packagename;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;

/** {@code (B, E_i) -> (B, M)}: the product of {@code tanh(W_i e_i + b_i)}. */
final class PluginNameBlock extends MergerBlock {

  private final int size;
  private final List<Linear> maps = new ArrayList<>();

  /** The maps are named after their encodings, and so are their parameters in a saved model. */
  PluginNameBlock(PluginNameConfig config, List<EncodingSpec> inputs) {
    size = config.size();
    for (EncodingSpec input : inputs) {
      maps.add(child("of-" + input.name(), new Linear(input.width(), size)));
    }
  }

  @Override
  public int width() {
    return size;
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> encodings) {
    NDArray product = mapped(pass, encodings, 0);
    for (int i = 1; i < maps.size(); i++) {
      product = product.mul(mapped(pass, encodings, i));
    }
    return product;
  }

  private NDArray mapped(Pass pass, List<NDArray> encodings, int i) {
    return Activation.TANH.apply(maps.get(i).forward(pass, encodings.get(i)));
  }
}
