package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * One of two classes.
 *
 * @param column the column
 * @param positive the label of the positive class; absent: the later of the two, in the order of
 *     numbers if both are numbers, of characters otherwise
 */
@Id("binary")
public record BinaryTargetConfig(String column, Optional<String> positive) implements TargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
