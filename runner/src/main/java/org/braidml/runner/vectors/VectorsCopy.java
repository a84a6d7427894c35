package org.braidml.runner.vectors;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.run.WholeFile;

/** Writes vectors as word2vec does, in the order of their ids: what is read is what was written. */
final class VectorsCopy {

  private VectorsCopy() {}

  /**
   * Writes a file; replaces what was there.
   *
   * @param vectors by id, at least one
   */
  static void write(Path file, FittedText field, Map<Integer, float[]> vectors) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Map<Integer, float[]> sorted = new TreeMap<>(vectors);
    int dimension = sorted.values().iterator().next().length;
    WholeFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write(sorted.size() + " " + dimension + "\n");
          for (Map.Entry<Integer, float[]> vector : sorted.entrySet()) {
            text.write(field.textOf(vector.getKey()));
            for (float number : vector.getValue()) {
              text.write(" " + number);
            }
            text.write('\n');
          }
          text.flush();
        });
  }
}
