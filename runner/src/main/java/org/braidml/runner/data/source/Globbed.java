package org.braidml.runner.data.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;

/**
 * Names of files with {@code *} and {@code ?} in their last part stand for all files they fit.
 * Links to files are files; a folder that fits is refused, for nothing in it would be read.
 */
final class Globbed {

  private Globbed() {}

  /** Returns whether a name stands for all files it fits: no file has this very name. */
  static boolean isPattern(Path folder, String name) {
    String last = name.substring(slash(name) + 1);
    boolean characters = last.indexOf('*') >= 0 || last.indexOf('?') >= 0;
    return characters && !Files.exists(folder.resolve(name));
  }

  private static int slash(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  /**
   * Returns the files that a name stands for, in the order of their names. Brackets and braces
   * stand for themselves.
   */
  static List<String> files(Path folder, String key, String name, Problems problems) {
    if (!isPattern(folder, name)) {
      return List.of(name);
    }
    int slash = slash(name);
    String last = name.substring(slash + 1).replaceAll("[\\[\\]{}]", "\\\\$0");
    String before = name.substring(0, slash + 1);
    PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + last);
    List<Path> fitting = List.of();
    try (Stream<Path> files = Files.list(folder.resolve(before))) {
      fitting = files.filter(file -> fits.matches(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      // A folder that is not there holds no file, which is told below.
    }
    List<String> found = new ArrayList<>();
    for (Path file : fitting) {
      if (Files.isRegularFile(file)) {
        found.add(before + file.getFileName());
      } else {
        problems.add(noFile(key, name, file));
      }
    }
    if (fitting.isEmpty()) {
      problems.add(
          Problem.at(key)
              .value('"' + name + '"')
              .what("no file has such a name in " + folder.resolve(before).normalize())
              .remedy("* stands for any characters, ? for one, in the name of the file alone"));
    }
    return found;
  }

  private static Problem.Builder noFile(String key, String name, Path path) {
    String what =
        Files.isDirectory(path)
            ? "a folder, whose files would not be read"
            : "neither a file nor a link to one";
    return Problem.at(key)
        .value('"' + name + '"')
        .what("\"%s\" has such a name and is %s".formatted(path.getFileName(), what))
        .remedy("move it away, or name the files by another pattern");
  }
}
