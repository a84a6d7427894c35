package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;
import org.braidml.api.config.Shorthand;

/** Where rows come from; {@code type} is {@code file} unless given. */
@Discriminator("type")
@Defaults("data.source")
@Shorthand("path")
public sealed interface SourceConfig
    permits FileSourceConfig,
        JdkNamesSourceConfig,
        LongSourceConfig,
        ReviewsMadeSourceConfig,
        TsSourceConfig {

  /** The same source, its files found from any folder. */
  default SourceConfig absolute(Path folder) {
    return this;
  }

  /** One file, read as its name says or as the rows of training were. */
  static SourceConfig like(SourceConfig trained, String path) {
    if (trained instanceof LongSourceConfig measured) {
      return measured.at(path);
    }
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".ts") || name.endsWith(".ts.gz")
        ? new TsSourceConfig(path, Optional.empty(), Optional.empty())
        : FileSourceConfig.like(trained, path);
  }
}
