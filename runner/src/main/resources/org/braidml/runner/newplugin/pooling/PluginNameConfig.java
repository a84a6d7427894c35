package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param share of the greatest value where learning starts; the rest is the mean's
 */
public record PluginNameConfig(
    @Range(min = 0, max = 1, aboveMin = true, belowMax = true) double share) {}
