package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.nn.Safetensors;

/** Invariant 7, first half: parameters hold all that a block has learned. */
final class SavingCheck {

  private SavingCheck() {}

  static void savedAndLoadedBlocksAgree(Trial trial) {
    try {
      Path directory = Files.createTempDirectory("braid-testkit");
      Path file = directory.resolve("parameters.safetensors");
      try {
        check(trial, file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Trial trial, Path file) throws IOException {
    try (Probe saved = trial.probe();
        Probe loaded =
            new Probe(trial.engine(), trial.subjects().get(), DataType.FLOAT32, trial.seed() + 1)) {
      saved.jitter(trial.seed(), 0.5);
      HostBatch batch = trial.batch(saved.subject());
      saved.train(batch, 1);
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      saved.parameters().forEach((path, parameter) -> arrays.put(path, parameter.getArray()));
      Safetensors.write(file, arrays, Map.of());
      load(file, loaded);
      Compare.all(saved.evaluate(batch), loaded.evaluate(batch), Tolerance.NONE)
          .ifPresent(
              d ->
                  fail(
                      "a saved and loaded block gives another %s in row %d, %s: does the block"
                          + " learn something that is not a parameter?",
                      d.output(), d.row(), d.size()));
    }
  }

  private static void load(Path file, Probe probe) throws IOException {
    try (NDManager child = probe.manager().newSubManager()) {
      Map<String, NDArray> read = Safetensors.read(file, child);
      for (Map.Entry<String, Parameter> entry : probe.parameters().entrySet()) {
        NDArray array = read.get(entry.getKey());
        if (array == null) {
          fail("the saved block has no parameter " + entry.getKey());
        } else {
          probe.write(entry.getKey(), HostArrays.read(array));
        }
      }
    }
  }
}
