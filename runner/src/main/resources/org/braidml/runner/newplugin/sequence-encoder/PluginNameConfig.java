package plugin.packagename;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PluginName}.
 *
 * @param size H, the width of the states and of the encoding
 * @param dropout chance that a number of a state is dropped in training
 */
public record PluginNameConfig(
    @Range(min = 1, max = 16384) int size,
    @Range(min = 0, max = 1, belowMax = true) double dropout) {}
