package org.braidml.runner.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.braidml.runner.TestJars.ENCODERS;
import static org.braidml.runner.TestJars.encoder;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.TestJars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginPathTest {

  private static final ClassLoader PROGRAM = PluginPathTest.class.getClassLoader();

  @TempDir static Path compiled;
  @TempDir Path folder;

  private static TestJars jars = new TestJars(Path.of("."));

  @BeforeAll
  static void compile() throws IOException {
    String user =
        encoder(
            "user", "user", "", "String name = library.Words.NAME.strip();", "", "Masked.mean(x)");
    String library =
        "package library; public final class Words { public static final String NAME = String.valueOf(1); }";
    jars = TestJars.compile(compiled, Map.of("user.E", user, "library.Words", library));
  }

  private static TestJars.Jar user(String range) {
    return jars.of("user").with(ENCODERS, "user.E\n").stating("Braid-Api", range);
  }

  @Test
  void jarsOfAllFoldersShareOneLoader() throws Exception {
    user("[0,99)").to(folder.resolve("a/user.jar"));
    jars.of("library").to(folder.resolve("b/library.jar"));
    try (PluginPath path =
        PluginPath.open(List.of(folder.resolve("a"), folder.resolve("b")), PROGRAM)) {
      assertThat(path.notices()).isEmpty();
      assertThat(path.accepted()).containsExactly("library.jar", "user.jar");
      assertThat(path.loader().loadClass("user.E").getClassLoader())
          .isSameAs(path.loader().loadClass("library.Words").getClassLoader());
      assertThat(path.loader().loadClass(SequenceEncoder.class.getName()))
          .isSameAs(SequenceEncoder.class);
    }
  }

  @Test
  void aRefusedJarIsReallyNotThere() throws Exception {
    user("[7,8)").to(folder.resolve("user.jar"));
    try (PluginPath path = PluginPath.open(List.of(folder), PROGRAM)) {
      assertThat(path.notices()).hasSize(1);
      assertThatThrownBy(() -> path.loader().loadClass("user.E"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(path.loader().getResource("user/E.class")).isNull();
    }
  }

  @Test
  void aJarOnTheProgramsOwnClassPathIsScannedTooAndNothingOfARefusedOneIsUsed() throws Exception {
    Path jar = user("[7,8)").to(folder.resolve("lib/user.jar"));
    try (URLClassLoader program = new URLClassLoader(new URL[] {jar.toUri().toURL()}, PROGRAM);
        PluginPath path = PluginPath.open(List.of(), program)) {
      assertThat(path.notices()).extracting(Notice::jar).containsExactly("user.jar");
      assertThat(path.withheld()).containsExactly(jar);
      assertThat(Discovery.on(program).found()).extracting(Registry.Entry::id).contains("user");
      assertThat(Discovery.on(program, path.withheld()).found())
          .extracting(Registry.Entry::id)
          .contains("lstm")
          .doesNotContain("user");
    }
  }

  @Test
  void anotherProcessIsGivenTheSameFoldersByArguments() throws Exception {
    user("[0,99)").to(folder.resolve("a/user.jar"));
    Path twice = folder.resolve("a/../a");
    try (PluginPath path = PluginPath.open(List.of(folder.resolve("a"), twice), PROGRAM)) {
      assertThat(path.arguments()).containsExactly("--plugins", folder.resolve("a").toString());
    }
  }

  @Test
  void theFolderBesideTheLauncherIsLookedInAndPassedOn() throws Exception {
    user("[0,99)").to(folder.resolve("plugins/user.jar"));
    System.setProperty("braid.home", folder.toString());
    try (PluginPath path = PluginPath.open(List.of(), PROGRAM)) {
      assertThat(path.accepted()).containsExactly("user.jar");
      assertThat(path.arguments())
          .containsExactly("--plugins", folder.resolve("plugins").toString());
    } finally {
      System.clearProperty("braid.home");
    }
  }
}
