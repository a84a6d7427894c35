package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param scale what changes are multiplied by
 */
public record PluginNameConfig(@Range(min = 0, aboveMin = true) double scale) {}
