package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * A number.
 *
 * @param column the column
 * @param scaling how it is scaled for the model; predictions are told in its own unit
 */
@Id("regression")
public record RegressionTargetConfig(String column, Scaling scaling) implements TargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
