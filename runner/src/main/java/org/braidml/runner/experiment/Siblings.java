package org.braidml.runner.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files beside one that is not there, for messages. */
public final class Siblings {

  private static final int SHOWN = 20;

  private Siblings() {}

  /** Returns the names of files in the same folder that match, sorted, the first twenty. */
  public static List<String> of(Path file, Pattern name) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name.asMatchPredicate())
          .sorted()
          .limit(SHOWN)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
