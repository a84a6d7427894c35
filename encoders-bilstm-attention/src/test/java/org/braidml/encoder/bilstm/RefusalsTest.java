package org.braidml.encoder.bilstm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.braidml.api.SequenceSpec;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.config.ConfigurationException;
import org.braidml.testkit.Configured;
import org.junit.jupiter.api.Test;

/** What cannot work is refused before any parameter exists, with a remedy. */
final class RefusalsTest {

  private static final StatesSpec NO_QUERY = StatesSpec.of(SequenceSpec.of("words", 3), 3);

  @Test
  void queriesThatNobodyHasAreRefused() {
    assertThatThrownBy(
            () -> Configured.pooling("type = additive-attention, query = true", NO_QUERY))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("words has no final output")
        .hasMessageContaining("use query = false");
    assertThatThrownBy(() -> Configured.pooling("type = multiplicative-attention", NO_QUERY))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("use learned-vector or additive-attention");
  }

  @Test
  void dropoutOfOneLayerIsRefused() {
    assertThatThrownBy(
            () ->
                Configured.encoder(
                    "type = bilstm-attention, dropout = 0.5", SequenceSpec.of("words", 3)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use layers = 2 or dropout = 0");
  }
}
