package org.braidml.testkit;

import java.util.List;
import org.braidml.api.nn.Engines;

/** The engines that the checks run on. */
final class EngineNames {

  private static final List<String> KNOWN = List.of("MXNet", "PyTorch");

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
