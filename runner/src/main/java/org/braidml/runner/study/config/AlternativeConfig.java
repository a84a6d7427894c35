package org.braidml.runner.study.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;
import org.braidml.api.config.Defaults;

/**
 * A named alternative.
 *
 * @param name how it is called
 * @param set the keys of the experiment that it sets; absent: none
 * @param seedOffset added to every seed of its trials
 */
@Defaults("study-alternative")
public record AlternativeConfig(String name, Optional<ConfigValue> set, long seedOffset) {}
