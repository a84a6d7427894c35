package org.braidml.encoder.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.testkit.Configured;
import org.junit.jupiter.api.Test;

/** What a configuration file sees of this module. */
final class PluginsTest {

  private static List<Registry.Entry> entries() {
    return Configured.registry().entries();
  }

  @Test
  void everyPluginIsFoundUnderItsId() {
    assertThat(Discovery.on(PluginsTest.class.getClassLoader()).refused()).isEmpty();
    assertThat(entries())
        .extracting(entry -> entry.spi().key() + "." + entry.id())
        .containsExactlyInAnyOrder(
            "pooling.flatten",
            "pooling.last",
            "pooling.max",
            "pooling.mean",
            "pooling.sum",
            "recurrent-cell.gru-cell",
            "recurrent-cell.layer-norm-lstm",
            "recurrent-cell.lstm-cell",
            "sequence-encoder.cell-rnn",
            "sequence-encoder.conv-lstm",
            "sequence-encoder.conv-pool",
            "sequence-encoder.gru",
            "sequence-encoder.lstm",
            "sequence-encoder.mean-embedding",
            "sequence-transform.conv1d",
            "sequence-transform.dropout",
            "sequence-transform.layer-norm",
            "sequence-transform.linear",
            "sequence-transform.max-pool",
            "sequence-transform.mean-pool");
  }

  @Test
  void everyPluginCanBeChosenByItsIdAlone() {
    assertThat(entries())
        .allSatisfy(
            entry ->
                assertThatCode(() -> Configured.requireDefaults(entry)).doesNotThrowAnyException());
  }
}
