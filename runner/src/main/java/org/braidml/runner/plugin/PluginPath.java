package org.braidml.runner.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The one class path of a process: the program's own, and below it every jar of the folders that
 * passed the scan. A jar that did not is not there at all.
 */
public final class PluginPath implements AutoCloseable {

  private final List<Path> folders;
  private final JarScan scan;
  private final ClassLoader loader;

  private PluginPath(List<Path> folders, JarScan scan, ClassLoader loader) {
    this.folders = List.copyOf(folders);
    this.scan = scan;
    this.loader = loader;
  }

  /**
   * Scans the folders and opens the class path.
   *
   * @param named by {@code --plugins}
   * @param program the class loader of the program
   * @throws org.braidml.api.config.ConfigurationException if a named folder is none
   */
  public static PluginPath open(List<Path> named, ClassLoader program) {
    List<Path> folders = PluginFolders.of(named);
    JarScan scan = JarScan.of(PluginFolders.jars(folders), program);
    ClassLoader loader =
        scan.accepted().isEmpty() ? program : new URLClassLoader("plug-ins", scan.urls(), program);
    return new PluginPath(folders, scan, loader);
  }

  /** Returns the loader of the program and of all jars that passed. */
  public ClassLoader loader() {
    return loader;
  }

  /** Returns what is to be told of jars, and of named folders without any. */
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(scan.notices());
    for (Path folder : folders) {
      boolean home = PluginFolders.home().filter(folder::equals).isPresent();
      if (!home && PluginFolders.jars(List.of(folder)).isEmpty()) {
        String remedy = "name the folder that holds the jars themselves";
        notices.add(Notice.broken(folder.toString(), "no jar is in this folder", remedy));
      }
    }
    return List.copyOf(notices);
  }

  /** Returns jars on the program's own class path of which nothing may be used. */
  public Set<Path> withheld() {
    return scan.withheld();
  }

  /** Returns the file names of jars in the folders that passed, whether plug-ins or libraries. */
  public List<String> accepted() {
    return scan.accepted().stream().map(JarFacts::name).toList();
  }

  /**
   * Returns the arguments that give another process the same folders. Each is named, the one beside
   * the launcher too, so it does not matter how that process is started.
   */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (Path folder : folders) {
      arguments.add("--plugins");
      arguments.add(folder.toString());
    }
    return List.copyOf(arguments);
  }

  /** Closes the jars; what was not loaded by now cannot be. */
  @Override
  public void close() {
    if (!scan.accepted().isEmpty() && loader instanceof URLClassLoader jars) {
      try {
        jars.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
