package org.braidml.runner.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.TestSide;

/** Makes sure that a run is measured on the very rows that it was tested on. */
public final class TestRows {

  private TestRows() {}

  /**
   * Compares the test rows of a source as it is now with those that a run wrote down.
   *
   * @throws ConfigurationException if they differ: the source has changed
   */
  public static void requireSame(Path run, TestSide test) throws IOException {
    Path file = new RunDirectory(run).split();
    if (!Files.isRegularFile(file)) {
      throw refused(run, file + " is missing: this is no run directory");
    }
    JsonNode document = Json.read(file);
    JsonNode rows = document.path("test");
    int[] now = test.split().test();
    boolean same = rows.size() == now.length;
    for (int i = 0; same && i < now.length; i++) {
      same = rows.get(i).asInt() == now[i];
    }
    if (!same) {
      throw refused(run, "the source now gives other test rows than the run had");
    }
    if (!document.path(SplitDocument.TEST_CONTENTS).asText().equals(test.contents())) {
      throw refused(run, "the test rows now hold other values than when the run was made");
    }
  }

  private static ConfigurationException refused(Path run, String what) {
    return new ConfigurationException(
        run.toString(),
        List.of(
            Problem.at("data.source")
                .what(what)
                .remedy("restore the source as it was, or use `braid predict` on a file")
                .build()));
  }
}
