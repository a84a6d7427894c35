package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param size M, the width of the merged encoding
 */
public record PluginNameConfig(@Range(min = 1, max = 16384) int size) {}
