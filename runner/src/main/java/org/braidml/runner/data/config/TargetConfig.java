package org.braidml.runner.data.config;

import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;

/** What is to be predicted. */
@Discriminator("kind")
@Defaults("data.target")
public sealed interface TargetConfig
    permits BinaryTargetConfig, MulticlassTargetConfig, RegressionTargetConfig {

  /** Returns the column that holds it. */
  String column();
}
