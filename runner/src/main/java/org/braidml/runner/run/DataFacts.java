package org.braidml.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.runner.data.config.SourceConfig;

/** What a run read: the size and the SHA-256 of each file or folder of its source. */
final class DataFacts {

  private DataFacts() {}

  /**
   * Reads the files of a source.
   *
   * @param source with files that are found from any folder
   */
  static Map<String, Object> of(SourceConfig source) throws IOException {
    return of(source.files());
  }

  /** Reads files, by what they are for. */
  static Map<String, Object> of(Map<String, String> paths) throws IOException {
    Map<String, Object> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : paths.entrySet()) {
      files.put(file.getKey(), file(Path.of(file.getValue())));
    }
    return files;
  }

  private static Map<String, Object> file(Path path) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", path.toString());
    if (Files.isRegularFile(path)) {
      facts.put("bytes", Files.size(path));
      facts.put("sha-256", Sha256.of(path));
    } else if (Files.isDirectory(path)) {
      facts.putAll(folder(path));
    }
    return facts;
  }

  /** The sum of a folder is that of the names and sums of its files, in the order of names. */
  private static Map<String, Object> folder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long bytes = 0;
    StringBuilder sums = new StringBuilder();
    for (Path file : files) {
      bytes += Files.size(file);
      sums.append(folder.relativize(file)).append(' ').append(Sha256.of(file)).append('\n');
    }
    byte[] text = sums.toString().getBytes(StandardCharsets.UTF_8);
    return Map.of("files", files.size(), "bytes", bytes, "sha-256", Sha256.of(text));
  }
}
