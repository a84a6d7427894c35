package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;

/**
 * Between the mean and the greatest value over the real steps, each feature at a share that is
 * learned: {@code (B, T, H) -> (B, H)}, zero for an empty row. Mask: 1 = real step, 0 = padding.
 * Training mode changes nothing.
 *
 * <p>{@code e = mean + a (max - mean)}, {@code a = sigmoid(p)} with a parameter p of width H.
 *
 * <pre>{@code
 * pooling { type = plugin-name, share = 0.25 }
 * }</pre>
 */
public final class PluginName implements Pooling<PluginNameConfig> {

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
  public PoolingBlock build(PluginNameConfig config, StatesSpec input, BuildContext context) {
    return new PluginNameBlock(config, input.width());
  }
}
