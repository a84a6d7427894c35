package org.braidml.runner.data.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;

/** Names of files with {@code *} and {@code ?} in their last part stand for all files they fit. */
final class Globbed {

  private Globbed() {}

  /** Returns whether a name stands for all files it fits. */
  static boolean isPattern(String name) {
    String last = name.substring(slash(name) + 1);
    return last.indexOf('*') >= 0 || last.indexOf('?') >= 0;
  }

  private static int slash(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  /** Returns the files that a name stands for, in the order of their names. */
  static List<String> files(Path folder, String key, String name, Problems problems) {
    if (!isPattern(name)) {
      return List.of(name);
    }
    int slash = slash(name);
    String last = name.substring(slash + 1);
    String before = name.substring(0, slash + 1);
    PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + last);
    List<String> found = List.of();
    try (Stream<Path> files = Files.list(folder.resolve(before))) {
      found =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .map(Path::getFileName)
              .filter(fits::matches)
              .map(file -> before + file)
              .sorted()
              .toList();
    } catch (IOException e) {
      // A folder that is not there holds no file, which is told below.
    }
    if (found.isEmpty()) {
      problems.add(
          Problem.at(key)
              .value('"' + name + '"')
              .what("no file has such a name in " + folder.resolve(before).normalize())
              .remedy("* stands for any characters, ? for one, in the name of the file alone"));
    }
    return found;
  }
}
