package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * The token that follows at every step of a field of text.
 *
 * @param field the field
 * @param continued whether each row goes on where the row before it ended, as pieces of one long
 *     text do: the last token of a row is then followed by the first of the next
 */
@Id("next-token")
public record NextTokenTargetConfig(String field, boolean continued)
    implements TargetConfig, StepTargetConfig {

  @Override
  public Optional<String> sourceColumn() {
    return Optional.empty();
  }
}
