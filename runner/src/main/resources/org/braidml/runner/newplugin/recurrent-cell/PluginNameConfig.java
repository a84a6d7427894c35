package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param hiddenSize H, the width of the state
 */
public record PluginNameConfig(@Range(min = 1, max = 16384) int hiddenSize) {}
