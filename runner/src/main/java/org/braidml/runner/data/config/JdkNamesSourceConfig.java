package org.braidml.runner.data.config;

import org.braidml.api.config.Id;

/**
 * Names of countries, languages, currencies and time zones in 35 languages, out of the Java runtime
 * itself. Columns: {@code name}, {@code kind}, {@code language}.
 */
@Id("jdk-names")
public record JdkNamesSourceConfig() implements SourceConfig {}
