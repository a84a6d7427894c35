package org.braidml.runner.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.table.FolderFiles;

/** The files that a source reads. */
public final class SourceFiles {

  private SourceFiles() {}

  /**
   * Returns the files that a name with {@code *} or {@code ?} stands for, in the order of their
   * names; empty if it is the name of one file, or stands for none.
   *
   * @param name a file, or a pattern in the last part of one, found from any folder
   */
  public static List<Path> matching(String name) {
    return Globbed.isPattern(Path.of(""), name)
        ? Globbed.files(Path.of(""), "", name, new Problems()).stream().map(Path::of).toList()
        : List.of();
  }

  /**
   * Returns those of a source, and behind them those that fields read; empty if the source reads
   * none, or one is missing.
   *
   * @param data the data
   * @param folder what relative paths are relative to
   */
  public static List<Path> of(DataConfig data, Path folder) throws IOException {
    List<Path> files = new ArrayList<>(of(data.source(), folder));
    for (String name : data.filesOfFields().values()) {
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        return List.of();
      }
      if (!files.isEmpty()) {
        files.add(path);
      }
    }
    return files;
  }

  /**
   * Returns them, in an order that does not change; empty if it reads none, or one is missing.
   *
   * @param source the source
   * @param folder what relative paths are relative to
   */
  public static List<Path> of(SourceConfig source, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> one : new TreeMap<>(source.files()).entrySet()) {
      List<String> names = Globbed.files(folder, one.getKey(), one.getValue(), new Problems());
      for (String name : names) {
        Path path = folder.resolve(name);
        if (Files.isDirectory(path)) {
          files.addAll(FolderFiles.of(path));
        } else if (Files.isRegularFile(path)) {
          files.add(path);
        } else {
          return List.of();
        }
      }
      if (names.isEmpty()) {
        return List.of();
      }
    }
    return files;
  }
}
