package org.braidml.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes jars and class folders with plug-ins, as a third party would. */
final class PlugInJar {

  private static final String POOLING =
      """
      package %s;

      public final class P implements org.braidml.api.Pooling<P.Config> {
        public record Config(int width) {}

        public P() { %s }

        @Override public String id() { return "%s"; }

        @Override public Class<Config> configType() { return Config.class; }

        @Override public org.braidml.api.PoolingBlock build(
            Config config, org.braidml.api.StatesSpec in, org.braidml.api.BuildContext context) {
          throw context.refuse("it is never built", "bind it only");
        }
      }
      """;

  private PlugInJar() {}

  /** A class folder with a pooling of this id in a package of its own, registered. */
  static Path folder(Path parent, String name, String id, String constructor, String reference) {
    try {
      Path folder = Files.createDirectories(parent.resolve(name));
      Path source = Files.createDirectories(parent.resolve(name + "-src")).resolve("P.java");
      Files.writeString(source, POOLING.formatted(name, constructor, id));
      String path = System.getProperty("java.class.path");
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-proc:none", "-cp", path, "-d", folder + "", source + "");
      assertThat(failed).as("compiling %s", source).isZero();
      Files.writeString(folder.resolve("reference.conf"), reference);
      service(folder, name + ".P");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void service(Path folder, String provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.braidml.api.Pooling"), provider + "\n");
  }

  /** Packs a class folder. */
  static Path jar(Path folder) {
    Path jar = folder.resolveSibling(folder.getFileName() + "-1.0.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        packed.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, packed);
        packed.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class path of these, below that of the tests. */
  static URLClassLoader loader(Path... entries) {
    return new URLClassLoader(
        Stream.of(entries).map(PlugInJar::url).toArray(URL[]::new),
        PlugInJar.class.getClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> ids(Discovery discovery) {
    return discovery.found().stream().map(Registry.Entry::id).toList();
  }
}
