package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param focus how much less examples count that are right already; cross-entropy would be 0, where
 *     the gradient of the power has no value
 */
public record PluginNameConfig(@Range(min = 1, max = 10) double focus) {}
