package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;

/**
 * What each feature adds, squashed: numbers {@code (B, S)} and category ids {@code (B, K) -> (B,
 * E)}. Training mode changes nothing.
 *
 * <p>{@code e = tanh(W x + b + v_1(id_1) + ... + v_K(id_K))} with a table of learned vectors for
 * each category. A field may have numbers only, or categories only.
 *
 * <pre>{@code
 * encoders.customer { type = plugin-name, size = 16 }
 * }</pre>
 */
public final class PluginName implements StaticFeatureEncoder<PluginNameConfig> {

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
  public StaticFeatureEncoderBlock build(
      PluginNameConfig config, StaticSpec input, BuildContext context) {
    return new PluginNameBlock(config, input);
  }
}
