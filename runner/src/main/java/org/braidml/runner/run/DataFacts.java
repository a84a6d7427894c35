package org.braidml.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.source.SourceFiles;
import org.braidml.runner.data.table.FolderFiles;

/** What a run read: the size and the SHA-256 of each file, folder or pattern of its source. */
final class DataFacts {

  /** The key of a file's name. */
  static final String FILE = "file";

  /** The key of a sum. */
  static final String SUM = "sha-256";

  private DataFacts() {}

  /**
   * Reads the files of a source.
   *
   * @param source with files that are found from any folder
   * @param sums sums the files
   */
  static Map<String, Object> of(SourceConfig source, FileSums sums) throws IOException {
    return of(source.files(), sums);
  }

  /** Reads files, by what they are for. */
  static Map<String, Object> of(Map<String, String> paths, FileSums sums) throws IOException {
    Map<String, Object> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : paths.entrySet()) {
      files.put(file.getKey(), file(file.getValue(), sums));
    }
    return files;
  }

  private static Map<String, Object> file(String name, FileSums sums) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(FILE, name);
    List<Path> matching = SourceFiles.matching(name);
    if (!matching.isEmpty()) {
      facts.putAll(all(matching.get(0).resolveSibling(""), matching, sums));
      return facts;
    }
    Path path = Path.of(name);
    if (Files.isRegularFile(path)) {
      facts.put("bytes", Files.size(path));
      facts.put(SUM, sums.of(path));
    } else if (Files.isDirectory(path)) {
      facts.putAll(all(path, FolderFiles.of(path), sums));
    }
    return facts;
  }

  /** The sum of many files is that of their names and sums, in the order of names. */
  private static Map<String, Object> all(Path folder, List<Path> files, FileSums sums)
      throws IOException {
    long bytes = 0;
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      bytes += Files.size(file);
      lines.append(folder.relativize(file)).append(' ').append(sums.of(file)).append('\n');
    }
    byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
    return Map.of("files", files.size(), "bytes", bytes, SUM, Sha256.of(text));
  }
}
