package org.braidml.runner.plugin;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.plugin.ServiceFile;
import org.braidml.api.plugin.Spi;

/** Looks at jars in order of their names and says which of them may be loaded. */
final class JarScan {

  private final ClassLoader program;
  private final List<JarFacts> accepted = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Set<Path> withheld = new HashSet<>();
  private final Map<String, JarFacts> holders = new HashMap<>();

  private JarScan(ClassLoader program) {
    this.program = program;
  }

  /**
   * Scans jars of folders, and those on the program's own class path that hold plug-ins of others.
   */
  static JarScan of(List<Path> jars, ClassLoader program) {
    JarScan scan = new JarScan(program);
    Set<Path> onClassPath = onClassPath();
    scan.thirdPartiesOnClassPath();
    for (Path jar : jars) {
      if (!onClassPath.contains(jar)) {
        scan.add(jar);
      }
    }
    return scan;
  }

  private static Set<Path> onClassPath() {
    Set<Path> entries = new HashSet<>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().normalize());
    }
    return entries;
  }

  List<JarFacts> accepted() {
    return List.copyOf(accepted);
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }

  Set<Path> withheld() {
    return Set.copyOf(withheld);
  }

  URL[] urls() {
    return accepted.stream().map(jar -> url(jar.path())).toArray(URL[]::new);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("no URL: " + jar, e);
    }
  }

  private void add(Path path) {
    Optional<JarFacts> read = read(path);
    if (read.isEmpty()) {
      return;
    }
    JarFacts jar = read.get();
    Optional<Notice> refusal = JarRules.refusal(jar).or(() -> shared(jar));
    if (refusal.isPresent()) {
      notices.add(refusal.get());
      return;
    }
    accepted.add(jar);
    jar.classes().forEach(type -> holders.put(type, jar));
    notices.addAll(JarRules.faults(jar));
  }

  private Optional<JarFacts> read(Path path) {
    try {
      return Optional.of(JarReader.read(path));
    } catch (IOException | IllegalArgumentException e) {
      notices.add(
          Notice.refused(
              String.valueOf(path.getFileName()),
              "it cannot be read: " + e.getMessage(),
              "copy it again, or build it again"));
      return Optional.empty();
    }
  }

  /** The later jar by name is refused: of two classes of one name only the first would be found. */
  private Optional<Notice> shared(JarFacts jar) {
    for (String type : jar.classes()) {
      JarFacts other = holders.get(type);
      if (other != null) {
        String name = other.name().equals(jar.name()) ? other.path().toString() : other.name();
        return Optional.of(
            Notice.refused(
                jar.name(),
                "it holds " + type + ", and so does " + name,
                "remove one of the two, or build them without what they share"));
      }
      Optional<String> lib = inProgram(type);
      if (lib.isPresent()) {
        return Optional.of(
            Notice.refused(
                jar.name(),
                "it holds " + type + ", and so does " + lib.get() + ", which Braid brings",
                "build it without what Braid brings (scope provided), or remove the jar"));
      }
    }
    return Optional.empty();
  }

  private Optional<String> inProgram(String type) {
    String file = type.replace('.', '/') + ".class";
    URL url = program.getResource(file);
    if (url == null || url.getProtocol().equals("jrt")) {
      return Optional.empty();
    }
    return holder(url, file).map(path -> String.valueOf(path.getFileName()));
  }

  /** The jar or class folder out of the URL of a file in it. */
  private static Optional<Path> holder(URL url, String file) {
    String place = url.toExternalForm().replaceFirst("^jar:", "");
    place = place.substring(0, place.length() - file.length() - 1).replaceFirst("!$", "");
    try {
      return Optional.of(Path.of(URI.create(place)));
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** They cannot be kept off the class path; nothing of one that is refused is used. */
  private void thirdPartiesOnClassPath() {
    Set<Path> jars = new LinkedHashSet<>();
    for (Spi spi : Spi.ALL) {
      String file = ServiceFile.FOLDER + spi.type().getName();
      try {
        for (URL url : Collections.list(program.getResources(file))) {
          holder(url, file).filter(Files::isRegularFile).ifPresent(jars::add);
        }
      } catch (IOException e) {
        return;
      }
    }
    for (Path jar : jars) {
      thirdParty(jar);
    }
  }

  private void thirdParty(Path path) {
    try {
      if (JarReader.ofBraid(path)) {
        return;
      }
    } catch (IOException e) {
      return; // what the program's own loader reads is told by discovery
    }
    read(path)
        .ifPresent(
            jar -> {
              Optional<Notice> refusal = JarRules.refusal(jar);
              refusal.ifPresent(notice -> withheld.add(path));
              notices.addAll(refusal.map(List::of).orElseGet(() -> JarRules.faults(jar)));
            });
  }
}
