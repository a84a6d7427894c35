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

  public RegressionTargetConfig {
    requireEven(scaling);
  }

  /** Refuses a scaling whose inverse no head knows. */
  static void requireEven(Scaling scaling) {
    if (scaling == Scaling.LOG1P) {
      throw new IllegalArgumentException(
          "a target is scaled evenly (standard, min-max, robust or none): for a logarithm, make"
              + " the column by data.source.sql");
    }
  }

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
