package org.braidml.runner.newplugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.plugin.Spi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The project of each SPI compiles, and its own tests pass. */
final class PluginProjectTest {

  /** What stands for something else in a template begins so. */
  private static final String WORD =
      "(?<![\\w.-])(plugin[.-]\\w|Plugin[A-Z]|braid-(version|api-range))";

  @TempDir Path folder;

  static Stream<String> spis() {
    return Spi.ALL.stream().map(Spi::key);
  }

  private static Spi spi(String key) {
    return Spi.ALL.stream().filter(spi -> spi.key().equals(key)).findFirst().orElseThrow();
  }

  private static PluginProject project(PluginNames names) {
    return new PluginProject(names, "0.1.0-SNAPSHOT", "braid", Tryout.of(names.spi(), names.id()));
  }

  @ParameterizedTest
  @MethodSource("spis")
  void testsOfTheProjectPass(String key) throws IOException {
    PluginNames names = PluginNames.of(spi(key), "try-it").in("com.example.tried");
    project(names).write(folder.resolve("try-it"));
    String type = "com.example.tried." + names.className();
    List<String> tests = new ArrayList<>();
    Stream.of("ContractTest", "Test", "DefaultsTest").forEach(end -> tests.add(type + end));
    TestExecutionSummary summary = Compiled.of(folder.resolve("try-it")).test(tests);
    StringWriter failures = new StringWriter();
    summary.printFailuresTo(new PrintWriter(failures));
    assertThat(failures.toString()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("spis")
  void noWordOfTheTemplatesIsLeft(String key) throws IOException {
    for (Map.Entry<String, String> file :
        project(PluginNames.of(spi(key), "box")).files().entrySet()) {
      assertThat(file.getKey() + '\n' + file.getValue()).doesNotContainPattern(WORD);
    }
  }

  @Test
  void theJarSaysWhichApiItIsFor() throws IOException {
    Map<String, String> files = project(PluginNames.of(spi("pooling"), "box")).files();
    assertThat(files.get("pom.xml"))
        .contains("<Braid-Api>[0.1,0.2)</Braid-Api>", "<braid.version>0.1.0-SNAPSHOT<");
  }

  @ParameterizedTest
  @CsvSource({
    "sequence-encoder, my-encoder, MyEncoder, org.example.myencoder",
    "sequence-encoder, tcn, TcnEncoder, org.example.tcnencoder",
    "static-feature-encoder, age-2, Age2Encoder, org.example.age2encoder",
    "recurrent-cell, default, DefaultCell, org.example.defaultcell"
  })
  void classAndPackageFollowFromTheId(String key, String id, String type, String home) {
    PluginNames names = PluginNames.of(spi(key), id);
    assertThat(names.className()).isEqualTo(type);
    assertThat(names.packageName()).isEqualTo(home);
    assertThat(names.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sequence-encoder, sequence, org.example",
    "pooling, pooling, org.example",
    "head, my-head, org.Example",
    "head, my-head, org.new",
    "head, my-head, org..x"
  })
  void namesThatJavaCannotHaveAreProblems(String key, String id, String home) {
    assertThat(PluginNames.of(spi(key), id).in(home).problems()).hasSize(1);
  }
}
