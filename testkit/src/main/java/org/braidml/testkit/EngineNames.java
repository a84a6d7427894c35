package org.braidml.testkit;

import java.util.List;
import org.braidml.api.nn.Engines;

/** The engines that the checks run on. */
final class EngineNames {

  private static final List<String> KNOWN = List.of("MXNet", "PyTorch");

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  static {
    // Read when the engine loads. At the sizes of the checks, a second thread only waits: the
    // checks
    // of a bidirectional LSTM take a quarter of the time with one.
    if (System.getProperty(THREADS) == null) {
      System.setProperty(THREADS, "1");
    }
  }

  private EngineNames() {}

  /** Returns those of Braid's engines that are on the class path. */
  static List<String> available() {
    List<String> found = KNOWN.stream().filter(Engines.available()::contains).toList();
    if (found.isEmpty()) {
      throw new AssertionError(
          "neither MXNet nor PyTorch is on the class path: add ai.djl.mxnet:mxnet-engine or"
              + " ai.djl.pytorch:pytorch-engine, with natives for this platform, in test scope");
    }
    return found;
  }
}
