package org.braidml.runner.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;

/** The folders that hold jars of plug-ins: {@code plugins} beside the launcher, and named ones. */
public final class PluginFolders {

  private PluginFolders() {}

  /** Returns the folder beside the launcher, which says where it stands; it need not exist. */
  public static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("braid.home"))
        .map(home -> Path.of(home, "plugins").toAbsolutePath().normalize());
  }

  /**
   * Returns the folders to look into, each once, as absolute paths.
   *
   * @param named by {@code --plugins}
   * @throws ConfigurationException if one of those is no folder
   */
  static List<Path> of(List<Path> named) {
    List<Problem> problems = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    home().filter(Files::isDirectory).ifPresent(folders::add);
    for (Path folder : named) {
      if (Files.isDirectory(folder)) {
        folders.add(folder.toAbsolutePath().normalize());
      } else {
        problems.add(
            Problem.at("--plugins")
                .value('"' + folder.toString() + '"')
                .what(Files.exists(folder) ? "a file, not a folder" : "no such folder")
                .remedy("name the folder that holds the jars")
                .build());
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("the command line", problems);
    }
    return folders.stream().distinct().toList();
  }

  /** Returns the jars of folders, sorted by file name; of one name in the order of folders. */
  static List<Path> jars(List<Path> folders) {
    List<Path> jars = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(PluginFolders::jar).forEach(jars::add);
      } catch (IOException e) {
        throw new UncheckedIOException(folder + ": cannot be listed: " + e.getMessage(), e);
      }
    }
    jars.sort(Comparator.comparing(jar -> String.valueOf(jar.getFileName())));
    return jars;
  }

  private static boolean jar(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".jar") && !Files.isDirectory(file);
  }
}
