package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;

/**
 * A residual layer: {@code (B, M) -> (B, M)}.
 *
 * <p>{@code y = x + f(W x + b)} with an activation f. K. He et al., "Deep Residual Learning for
 * Image Recognition", 2016, equation 1, with one layer. In training, dropout acts on what is added.
 *
 * <pre>{@code
 * encoders.customer { type = mlp, projections = [{ type = plugin-name, activation = tanh }] }
 * }</pre>
 */
public final class PluginName implements Projection<PluginNameConfig> {

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
  public ProjectionBlock build(PluginNameConfig config, EncodingSpec input, BuildContext context) {
    return new PluginNameBlock(config, input.width());
  }
}
