package org.braidml.runner.newplugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.braidml.api.plugin.ApiVersion;

/**
 * The Maven project of a new plug-in: templates with the names filled in. A template is a file as
 * it stands, in which some words stand for others: {@code PluginName} for the class, {@code
 * plugin-name} for the id, and so on.
 */
public final class PluginProject {

  private static final String MAIN = "src/main/java/";
  private static final String TEST = "src/test/java/";
  private static final String RESOURCES = "src/main/resources/";

  private final PluginNames names;
  private final Map<String, String> words = new LinkedHashMap<>();

  /**
   * A project.
   *
   * @param names of the plug-in; without problems
   * @param version of Braid, that it is built with
   * @param launcher the program, from Braid's folder
   * @param tryout the example to try it with
   */
  public PluginProject(PluginNames names, String version, String launcher, Tryout tryout) {
    this.names = names;
    words.put("plugin.packagename", names.packageName());
    words.put("plugin-service", names.spi().type().getName());
    words.put("plugin-try", commands(names, launcher, tryout));
    words.put("plugin-name", names.id());
    words.put("PluginName", names.className());
    words.put("plugin-spi", names.spi().key());
    words.put("PluginSpi", names.spi().type().getSimpleName());
    words.put("braid-version", version);
    words.put("braid-api-range", ApiVersion.CURRENT.compatible().toString());
  }

  private static String commands(PluginNames names, String launcher, Tryout tryout) {
    return """
        With `BRAID` for Braid's folder:

            cp target/%1$s-0.1.0.jar "$BRAID"/plugins/
            "$BRAID"/%2$s plugins
            "$BRAID"/%2$s train "$BRAID"/%3$s \\
              %4$s"""
        .formatted(names.id(), launcher, tryout.experiment(), tryout.option());
  }

  /** Returns the text of each file by its path in the project, in an order to be read. */
  public Map<String, String> files() throws IOException {
    String folder = names.packageName().replace('.', '/') + '/';
    String own = names.spi().key() + '/';
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", text("common/README.md"));
    files.put("pom.xml", text("common/pom.xml"));
    files.put(".gitignore", text("common/gitignore"));
    files.put(MAIN + folder + "package-info.java", text("common/package-info.java"));
    for (String part : new String[] {"", "Config", "Block"}) {
      files.put(MAIN + folder + names.className() + part + ".java", java(own, part));
    }
    files.put(RESOURCES + "reference.conf", text(own + "reference.conf"));
    files.put(
        RESOURCES + "META-INF/services/" + names.spi().type().getName(),
        names.packageName() + '.' + names.className() + '\n');
    files.put(TEST + folder + names.className() + "ContractTest.java", java(own, "ContractTest"));
    files.put(TEST + folder + names.className() + "Test.java", java(own, "Test"));
    files.put(
        TEST + folder + names.className() + "DefaultsTest.java", java("common/", "DefaultsTest"));
    return files;
  }

  private String java(String folder, String part) throws IOException {
    return text(folder + "PluginName" + part + ".java");
  }

  private String text(String template) throws IOException {
    try (InputStream file = PluginProject.class.getResourceAsStream(template)) {
      byte[] bytes = Objects.requireNonNull(file, template).readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace(word.getKey(), word.getValue());
      }
      return text;
    }
  }

  /**
   * Writes the project.
   *
   * @param folder is made; its parents too, where they are missing
   * @throws java.nio.file.FileAlreadyExistsException if the folder is there
   */
  public void write(Path folder) throws IOException {
    Map<String, String> files = files();
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Files.createDirectory(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
