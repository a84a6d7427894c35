package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.runner.data.config.SourceConfig;

/** What a run read: the size and the SHA-256 of each file of its source. */
final class DataFacts {

  private DataFacts() {}

  /**
   * Reads the files of a source.
   *
   * @param source with files that are found from any folder
   */
  static Map<String, Object> of(SourceConfig source) throws IOException {
    Map<String, Object> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : source.files().entrySet()) {
      files.put(file.getKey(), file(Path.of(file.getValue())));
    }
    return files;
  }

  private static Map<String, Object> file(Path file) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", file.toString());
    if (Files.isRegularFile(file)) {
      facts.put("bytes", Files.size(file));
      facts.put("sha-256", Sha256.of(file));
    }
    return facts;
  }
}
