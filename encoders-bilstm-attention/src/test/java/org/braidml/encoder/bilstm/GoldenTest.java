package org.braidml.encoder.bilstm;

import org.braidml.api.nn.Engines;
import org.braidml.testkit.GoldenVectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder and every pooling against PyTorch, through the configuration. */
final class GoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "additive-attention",
        "additive-attention-query",
        "bilstm-attention",
        "bilstm-attention-query",
        "bilstm-multiplicative",
        "learned-vector",
        "multiplicative-attention",
        "multiplicative-attention-scaled"
      })
  void resultsAreThoseOfPyTorchForEachRowAlone(String name) {
    Engines.available().forEach(GoldenVectors.read(name)::check);
  }
}
