package plugin.packagename;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;

/**
 * The product, element by element, of the encodings, each first mapped to one width: {@code (B,
 * E_1), (B, E_2), ... -> (B, M)}. Training mode changes nothing.
 *
 * <p>{@code m = tanh(W_1 e_1 + b_1) * tanh(W_2 e_2 + b_2) * ...}. J. Kim et al., "Hadamard Product
 * for Low-rank Bilinear Pooling", 2017, equation 9, without the last map.
 *
 * <pre>{@code
 * merger { type = plugin-name, size = 32 }
 * }</pre>
 */
public final class PluginName implements Merger<PluginNameConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public PluginName() {}

  @Override
  public String id() {
    return "plugin-name";
  }

  @Override
  public Class<PluginNameConfig> configType() {
    return PluginNameConfig.class;
  }

  @Override
  public MergerBlock build(
      PluginNameConfig config, List<EncodingSpec> inputs, BuildContext context) {
    return new PluginNameBlock(config, inputs);
  }
}
