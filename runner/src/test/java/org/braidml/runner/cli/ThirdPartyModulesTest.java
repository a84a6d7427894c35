package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.runner.Golden;
import org.braidml.runner.TestJars;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guice modules of third parties: what they add is heard, and one that fails is left out. */
final class ThirdPartyModulesTest {

  private static final String SERVICE = "META-INF/services/com.google.inject.Module";

  private static final String HEARING =
      """
      package hearing;

      import com.google.inject.AbstractModule;
      import com.google.inject.multibindings.Multibinder;
      import java.io.IOException;
      import java.nio.file.Files;
      import org.braidml.api.run.*;

      public final class M extends AbstractModule {
        @Override protected void configure() {
          Ear ear = new Ear();
          Multibinder.newSetBinder(binder(), MetricSink.class).addBinding().toInstance(ear);
          Multibinder.newSetBinder(binder(), Reporter.class).addBinding().toInstance(ear);
        }

        static final class Ear implements MetricSink, Reporter {
          private final StringBuilder heard = new StringBuilder();

          @Override public void epochEnded(EpochReport report) {
            heard.append("epoch " + report.epoch() + ", ");
          }

          @Override public void report(RunReport report) throws IOException {
            heard.append("report of " + report.experiment());
            Files.writeString(report.directory().resolve("heard.txt"), heard);
          }
        }
      }
      """;

  private static final String FAILING =
      """
      package %s;

      public final class M extends com.google.inject.AbstractModule {
        public M() { %s }

        @Override protected void configure() { %s }
      }
      """;

  private static final String THROW = "if (true) throw new IllegalStateException(\"no server\");";

  @TempDir static Path compiled;
  @TempDir Path folder;

  private static TestJars jars = new TestJars(Path.of("."));
  private Session session = new Session(Path.of("."));

  @BeforeAll
  static void compile() throws IOException {
    String again = "bind(org.braidml.runner.report.JsonReporter.class);";
    jars =
        TestJars.compile(
            compiled,
            Map.of(
                "hearing.M", HEARING,
                "unmade.M", FAILING.formatted("unmade", THROW, ""),
                "unbound.M", FAILING.formatted("unbound", "", THROW),
                "twice.M",
                    FAILING.formatted("twice", "", again + again + "bind(Runnable.class);")));
  }

  @BeforeEach
  void open() throws IOException {
    session = new Session(folder).withExperiments();
    module("hearing");
  }

  private void module(String name) throws IOException {
    jars.of(name)
        .with(SERVICE, name + ".M\n")
        .stating("Braid-Api", "[0,99)")
        .to(folder.resolve("plugins/" + name + "-1.0.jar"));
  }

  private void trainsAndIsHeard(String told) throws IOException {
    Outcome outcome =
        session.braid(
            "train",
            session.path("numbers.conf"),
            "--plugins",
            session.path("plugins"),
            "--runs",
            session.path("runs"));
    assertThat(outcome.err()).isEqualTo(told);
    assertThat(outcome.code()).isZero();
    try (Stream<Path> runs = Files.list(folder.resolve("runs/numbers"))) {
      assertThat(runs.findFirst().orElseThrow().resolve("heard.txt"))
          .hasContent("epoch 1, report of numbers");
    }
  }

  @Test
  void aModuleAddsAMetricSinkAndAReporter() throws IOException {
    trainsAndIsHeard("");
    assertThat(session.braid("plugins", "--plugins", session.path("plugins")).out())
        .contains("hearing-1.0.jar\n  Guice module  hearing.M\n");
  }

  @Test
  void modulesThatFailAreToldByJarAndLeftOut() throws IOException {
    for (String name : new String[] {"unmade", "unbound", "twice"}) {
      module(name);
    }
    Outcome listed = session.braid("plugins", "--plugins", session.path("plugins"));
    String modules =
        Stream.of(listed.out().split("\n\n"))
            .filter(part -> part.matches("(?s)\n*\\w+-1\\.0\\.jar.*"))
            .map(String::strip)
            .collect(Collectors.joining("\n\n", "", "\n"));
    Golden.matches("messages/jar-modules", modules);
    Outcome checked =
        session.braid("check", session.path("numbers.conf"), "--plugins", session.path("plugins"));
    assertThat(checked.code()).isZero();
    trainsAndIsHeard(checked.err());
  }
}
