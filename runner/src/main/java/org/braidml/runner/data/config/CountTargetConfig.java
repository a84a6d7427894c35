package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * How many: a whole number, 0 or more.
 *
 * @param column the column
 */
@Id("count")
public record CountTargetConfig(String column) implements TargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
