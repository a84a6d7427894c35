package org.braidml.runner.data.config;

import org.braidml.api.config.Discriminator;

/** Where rows come from; {@code type} is {@code file} unless given. */
@Discriminator("type")
public sealed interface SourceConfig
    permits FileSourceConfig, JdkNamesSourceConfig, ReviewsMadeSourceConfig {}
