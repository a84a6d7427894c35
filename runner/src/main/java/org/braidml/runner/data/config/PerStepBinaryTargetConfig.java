package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * One of two classes at every step.
 *
 * @param column the column: in each row one value a step, between delimiters or as a JSON array; an
 *     empty one, or null, for a step that has none
 * @param field the field whose steps they belong to
 * @param delimiter what stands between the values; a blank means any white space
 * @param positive the label of the positive class; absent: the later of the two, in the order of
 *     numbers if both are numbers, of characters otherwise
 */
@Id("per-step-binary")
public record PerStepBinaryTargetConfig(
    String column, String field, String delimiter, Optional<String> positive)
    implements TargetConfig, StepTargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.of(column);
  }
}
