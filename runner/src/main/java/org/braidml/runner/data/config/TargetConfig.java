package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;

/** What is to be predicted. */
@Discriminator("kind")
@Defaults("data.target")
public sealed interface TargetConfig
    permits BinaryTargetConfig,
        MulticlassTargetConfig,
        MultilabelTargetConfig,
        RegressionTargetConfig,
        CountTargetConfig,
        PerStepBinaryTargetConfig,
        PerStepMulticlassTargetConfig,
        PerStepRegressionTargetConfig,
        NextTokenTargetConfig {

  /** Returns the column that holds it; empty if it follows from a field. */
  Optional<String> sourceColumn();

  /** Returns the columns that hold it, if there may be several; else that one. */
  default List<String> sourceColumns() {
    return sourceColumn().stream().toList();
  }
}
