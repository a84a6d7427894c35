package org.braidml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Jars as third parties make them, out of sources that are compiled at once; each source has a
 * package of its own, and a jar takes whole packages.
 *
 * @param classes where the compiled classes are
 */
public record TestJars(Path classes) {

  /** The service file of encoders. */
  public static final String ENCODERS = "META-INF/services/org.braidml.api.SequenceEncoder";

  private static final String ENCODER =
      """
      package %1$s;

      import org.braidml.api.*;
      import org.braidml.api.nn.Masked;

      public final class E implements SequenceEncoder<E.Config> {
        public record Config() {}

        public E() { %3$s }

        @Override public String id() { return "%2$s"; }

        @Override public Class<Config> configType() { return Config.class; }

        @Override public SequenceEncoderBlock build(
            Config config, SequenceSpec input, BuildContext context) {
          %4$s
          return new SequenceEncoderBlock() {
            @Override public StatesSpec states() { return StatesSpec.of(input, input.width()); }

            @Override public int encodingWidth() { return input.width(); }

            @Override public Encoded forward(Pass pass, Sequence x, Condition condition) {
              %5$s
              return new Encoded(x, %6$s, null);
            }
          };
        }
      }
      """;

  /** An encoder {@code E} that takes the mean; a statement may stand in three places. */
  public static String encoder(
      String name, String id, String constructor, String build, String forward, String encoding) {
    return ENCODER.formatted(name, id, constructor, build, forward, encoding);
  }

  /** An encoder that works. */
  public static String encoder(String name, String id) {
    return encoder(name, id, "", "", "", "Masked.mean(x)");
  }

  /** Compiles sources; the name of each is {@code package.Class}. */
  public static TestJars compile(Path folder, Map<String, String> sources) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-parameters", "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.addAll(List.of("-d", Files.createDirectories(folder.resolve("classes")).toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertThat(failed).as("compiling %s", sources.keySet()).isZero();
    return new TestJars(folder.resolve("classes"));
  }

  /** Starts a jar of some packages. */
  public Jar of(String... packages) {
    Jar jar = new Jar();
    for (String name : packages) {
      Path folder = classes.resolve(name);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          jar.files.put(name + '/' + folder.relativize(file), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return jar;
  }

  /** A jar under construction. */
  public static final class Jar {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    private Jar() {
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.0");
    }

    /** Adds a file. */
    public Jar with(String name, String text) {
      files.put(name, text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /** Sets an attribute of the manifest. */
    public Jar stating(String attribute, String value) {
      manifest.getMainAttributes().putValue(attribute, value);
      return this;
    }

    /** Makes all classes those of another Java. */
    public Jar ofJava(int version) {
      files.forEach(
          (name, bytes) -> {
            if (name.endsWith(".class")) {
              bytes[7] = (byte) (44 + version);
            }
          });
      return this;
    }

    /** Writes it. */
    public Path to(Path file) throws IOException {
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file);
          JarOutputStream packed = new JarOutputStream(out, manifest)) {
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
          packed.putNextEntry(new JarEntry(entry.getKey()));
          packed.write(entry.getValue());
          packed.closeEntry();
        }
      }
      return file;
    }
  }
}
