package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

/**
 * An affine map of each step, squashed, and their mean: {@code (B, T, F) -> states (B, T, H)},
 * encoding {@code (B, H)}. Mask: 1 = real step, 0 = padding; an empty row has the encoding 0.
 *
 * <p>{@code h_t = tanh(W x_t + b)}, {@code e = mean over real t of h_t}. In training, dropout acts
 * on the states.
 *
 * <pre>{@code
 * encoders.text { type = plugin-name, size = 64, dropout = 0.1 }
 * }</pre>
 */
public final class PluginName implements SequenceEncoder<PluginNameConfig> {

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
  public SequenceEncoderBlock build(
      PluginNameConfig config, SequenceSpec input, BuildContext context) {
    return new PluginNameBlock(config, input);
  }
}
