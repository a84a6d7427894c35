package org.braidml.encoder.bilstm;

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
            "pooling.additive-attention",
            "pooling.learned-vector",
            "pooling.multiplicative-attention",
            "sequence-encoder.bilstm-attention");
  }

  @Test
  void everyPluginCanBeChosenByItsIdAlone() {
    assertThat(entries())
        .allSatisfy(
            entry ->
                assertThatCode(() -> Configured.requireDefaults(entry)).doesNotThrowAnyException());
  }
}
