package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param size E, the width of the encoding
 */
public record PluginNameConfig(@Range(min = 1, max = 16384) int size) {}
