package org.braidml.runner.cli;

import java.nio.file.Path;

/** Paths as a user would type them into a shell in the current folder. */
final class Shown {

  private static final Path HERE = Path.of("").toAbsolutePath();

  private Shown() {}

  /** Returns a path from here where that is shorter, quoted where a shell needs it. */
  static String path(Path path) {
    String absolute = path.toAbsolutePath().normalize().toString();
    if (!path.toAbsolutePath().getRoot().equals(HERE.getRoot())) {
      return quoted(absolute);
    }
    String relative = HERE.relativize(path.toAbsolutePath().normalize()).toString();
    return quoted(relative.length() < absolute.length() ? relative : absolute);
  }

  /** Returns a program as it is started: one in the current folder is not on the PATH. */
  static String program(Path path) {
    String shown = path(path);
    return shown.indexOf('/') < 0 ? "./" + shown : shown;
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9/._@%+=:,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
