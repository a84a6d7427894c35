package org.braidml.runner.study.config;

import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.config.Defaults;

/**
 * One thing that a study varies.
 *
 * @param name how it is called
 * @param path the key that plain values are for
 * @param values plain values, or alternatives of a name and the keys that they set
 * @param when by the name of an axis further up: with which of its values this axis varies
 */
@Defaults("study-axis")
public record AxisConfig(
    String name, Optional<String> path, List<ConfigValue> values, Map<String, List<String>> when) {}
