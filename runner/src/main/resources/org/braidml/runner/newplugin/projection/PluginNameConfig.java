package plugin.packagename;

import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link PluginName}.
 *
 * @param activation f, of what is added
 * @param dropout chance that a number that is added is dropped in training
 */
public record PluginNameConfig(
    Activation activation, @Range(min = 0, max = 1, belowMax = true) double dropout) {}
