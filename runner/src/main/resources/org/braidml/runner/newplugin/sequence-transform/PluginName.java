package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;

/**
 * Each step beside its change since the step before: {@code (B, T, F) -> (B, T, 2 F)}; lengths stay
 * as they are. Mask: 1 = real step, 0 = padding. It has no parameters, and training mode changes
 * nothing.
 *
 * <p>{@code y_t = (x_t, scale (x_t - x_(t-1)))}; the change of the first step is 0.
 *
 * <pre>{@code
 * encoders.vitals { transforms = [{ type = plugin-name, scale = 2.0 }], type = gru }
 * }</pre>
 */
public final class PluginName implements SequenceTransform<PluginNameConfig> {

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
  public SequenceTransformBlock build(
      PluginNameConfig config, SequenceSpec input, BuildContext context) {
    return new PluginNameBlock(config, input);
  }
}
