package org.braidml.encoder.lstm;

import org.braidml.api.nn.Engines;
import org.braidml.testkit.GoldenVectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component against PyTorch, through the configuration. */
final class GoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cell-rnn-gru",
        "cell-rnn-layer-norm-lstm",
        "cell-rnn-lstm",
        "cell-rnn-lstm-2-both",
        "conv-lstm",
        "conv-lstm-pooled",
        "conv-lstm-valid",
        "conv-pool",
        "conv-pool-valid",
        "conv1d-causal",
        "conv1d-same",
        "conv1d-same-dilated",
        "conv1d-same-even",
        "conv1d-same-strided",
        "conv1d-valid",
        "conv1d-valid-strided",
        "gru",
        "gru-2-both",
        "gru-started",
        "layer-norm",
        "linear",
        "lstm",
        "lstm-2-both",
        "lstm-film-both",
        "lstm-mean",
        "lstm-started-2-both",
        "max-pool",
        "max-pool-overlapping",
        "mean-embedding",
        "mean-pool",
        "mean-pool-overlapping",
        "pooling-last",
        "pooling-max",
        "pooling-mean",
        "pooling-sum"
      })
  void resultsAreThoseOfPyTorchForEachRowAlone(String name) {
    Engines.available().forEach(GoldenVectors.read(name)::check);
  }
}
