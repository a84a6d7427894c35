package org.braidml.runner.data.config;

import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;
import org.braidml.api.config.Shorthand;

/** Where rows come from; {@code type} is {@code file} unless given. */
@Discriminator("type")
@Defaults("data.source")
@Shorthand("path")
public sealed interface SourceConfig
    permits FileSourceConfig, JdkNamesSourceConfig, ReviewsMadeSourceConfig {}
