package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * One of several classes.
 *
 * @param column the column
 */
@Id("multiclass")
public record MulticlassTargetConfig(String column) implements TargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
