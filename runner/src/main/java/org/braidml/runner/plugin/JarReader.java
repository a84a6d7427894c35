package org.braidml.runner.plugin;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.braidml.api.plugin.ApiRange;
import org.braidml.api.plugin.ServiceFile;
import org.braidml.api.plugin.Spi;

/** Reads what a jar holds, so much of it and no more, and loads no class. */
final class JarReader {

  /** The service of third parties' Guice modules. */
  static final String MODULES = "com.google.inject.Module";

  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_OF_A_FILE = 1 << 20;
  private static final long MOST_OF_CLASSES = 1L << 25;
  private static final String MAVEN = "META-INF/maven/";

  private final ZipFile zip;
  private final Map<String, List<String>> services = new TreeMap<>();
  private final Set<String> classes = new TreeSet<>();
  private final Map<String, List<String>> implementations = new TreeMap<>();
  private final Set<String> bundled = new TreeSet<>();
  private Optional<JarFacts.Newer> newer = Optional.empty();
  private long bytesOfClasses;

  private JarReader(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Reads a jar.
   *
   * @throws IOException if it is no jar, cut short, or larger than a jar of a plug-in can be
   */
  static JarFacts read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new IOException("it holds more than " + MOST_ENTRIES + " files");
      }
      return new JarReader(zip).facts(jar);
    }
  }

  private JarFacts facts(Path jar) throws IOException {
    for (ZipEntry entry : Collections.list(zip.entries())) {
      file(entry);
    }
    Attributes manifest = manifest(zip);
    String version = manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return new JarFacts(
        jar,
        version == null ? "unknown" : version,
        Optional.ofNullable(manifest.getValue(ApiRange.ATTRIBUTE)),
        services,
        classes,
        newer,
        implementations,
        defaults(),
        bundled);
  }

  private void file(ZipEntry entry) throws IOException {
    String name = entry.getName();
    if (name.startsWith(ServiceFile.FOLDER)) {
      service(entry, name.substring(ServiceFile.FOLDER.length()));
    } else if (name.startsWith(MAVEN) && name.endsWith("/pom.properties")) {
      bundled.add(name.substring(MAVEN.length(), name.lastIndexOf('/')));
    } else if (name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class")) {
      type(entry, name.substring(0, name.length() - ".class".length()).replace('/', '.'));
    }
  }

  private void service(ZipEntry entry, String service) throws IOException {
    boolean ours =
        service.equals(MODULES)
            || Spi.ALL.stream().anyMatch(spi -> spi.type().getName().equals(service));
    if (ours) {
      services.put(service, ServiceFile.types(bytes(entry, ServiceFile.MOST_BYTES)));
    }
  }

  private void type(ZipEntry entry, String name) throws IOException {
    classes.add(name);
    boolean whole =
        entry.getSize() <= MOST_OF_A_FILE && bytesOfClasses + entry.getSize() <= MOST_OF_CLASSES;
    byte[] bytes = bytes(entry, whole ? MOST_OF_A_FILE : 8);
    bytesOfClasses += bytes.length;
    DataInputStream header = new DataInputStream(new ByteArrayInputStream(bytes));
    if (bytes.length < 8 || header.readInt() != ClassFile.MAGIC) {
      return;
    }
    int java = (header.readInt() & 0xFFFF) - ClassFile.JAVA_0;
    if (java > Runtime.version().feature()) {
      if (newer.isEmpty() || newer.get().type().contains("$")) { // an inner class says less
        newer = Optional.of(new JarFacts.Newer(name, java));
      }
    } else if (whole) {
      implementations(bytes);
    }
  }

  private void implementations(byte[] bytes) {
    try {
      ClassFile file = ClassFile.of(bytes);
      for (Spi spi : Spi.ALL) {
        String service = spi.type().getName();
        if (file.made() && file.interfaces().contains(service)) {
          implementations.computeIfAbsent(service, key -> new ArrayList<>()).add(file.name());
        }
      }
    } catch (IOException e) {
      return; // a class that nobody can read is told when it is loaded
    }
  }

  private Set<String> defaults() throws IOException {
    ZipEntry entry = zip.getEntry("reference.conf");
    Set<String> ids = new TreeSet<>();
    if (entry == null) {
      return ids;
    }
    String text = new String(bytes(entry, MOST_OF_A_FILE), StandardCharsets.UTF_8);
    try {
      Config config = ConfigFactory.parseString(text);
      for (Spi spi : Spi.ALL) {
        String path = "braid.defaults." + spi.key();
        if (config.hasPath(path) && config.getValue(path) instanceof ConfigObject object) {
          object.keySet().forEach(id -> ids.add(spi.key() + "." + id));
        }
      }
    } catch (ConfigException e) {
      throw new IOException("its reference.conf: " + e.getMessage(), e);
    }
    return ids;
  }

  private static Attributes manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
    if (entry == null) {
      return new Attributes();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST_OF_A_FILE);
      return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
    }
  }

  private byte[] bytes(ZipEntry entry, int most) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(most);
    }
  }

  /** Returns whether a jar is one of Braid's own, by the name of its module. */
  static boolean ofBraid(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      String module = manifest(zip).getValue("Automatic-Module-Name");
      return module != null && module.startsWith("org.braidml.");
    }
  }
}
