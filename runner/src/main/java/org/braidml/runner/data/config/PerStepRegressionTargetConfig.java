package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * A number at every step.
 *
 * @param column the column: in each row one value a step, between delimiters or as a JSON array; an
 *     empty one, or null, for a step that has none
 * @param field the field whose steps they belong to
 * @param delimiter what stands between the values; a blank means any white space
 * @param scaling how it is scaled for the model; predictions are told in its own unit
 */
@Id("per-step-regression")
public record PerStepRegressionTargetConfig(
    String column, String field, String delimiter, Scaling scaling)
    implements TargetConfig, StepTargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
