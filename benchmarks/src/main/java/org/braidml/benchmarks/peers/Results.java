package org.braidml.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Results of rows, a file of JSON each, so that a page is made of several runs. */
final class Results {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  Results(Path folder) {
    this.folder = folder;
  }

  boolean has(String id) {
    return Files.exists(file(id));
  }

  void keep(String id, Object result) throws IOException {
    Files.createDirectories(folder);
    MAPPER.writeValue(file(id).toFile(), result);
  }

  /** Returns the result of a row, if it was measured. */
  <T> Optional<T> of(String id, Class<T> type) throws IOException {
    return has(id) ? Optional.of(MAPPER.readValue(file(id).toFile(), type)) : Optional.empty();
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }
}
