package org.braidml.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.config.Binder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.config.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiscoveryTest {

  private static final String NO_DEFAULTS = "";

  @TempDir Path folder;

  record Model(List<Choice<Pooling<?>>> poolings) {}

  @Test
  void aJarSetsTheDefaultsOfItsOwnIdsOnly() throws IOException {
    Path alpha =
        PlugInJar.jar(
            PlugInJar.folder(
                folder,
                "alpha",
                "alpha",
                "",
                "braid.defaults.pooling { alpha.width = 1, beta.width = 666 }"));
    Path beta =
        PlugInJar.folder(
            folder,
            "beta",
            "beta",
            "",
            "braid.defaults.pooling { alpha.width = 666, beta.width = 2 }");
    for (Path[] order : new Path[][] {{alpha, beta}, {beta, alpha}}) {
      try (URLClassLoader loader = PlugInJar.loader(order)) {
        Registry registry = new Registry(Discovery.on(loader).found());
        Binder binder = new Binder(registry, new DefaultValues());
        var object = ConfigFactory.parseString("poolings = [{type = alpha}, {type = beta}]");
        Model model = binder.bind(Model.class, object.root(), "").orElseThrow();
        assertThat(model.poolings())
            .extracting(choice -> choice.config().toString())
            .containsExactly("Config[width=1]", "Config[width=2]");
      }
    }
  }

  @Test
  void aJarWithoutDefaultsGetsNoneFromAnother() throws IOException {
    Path alpha = PlugInJar.jar(PlugInJar.folder(folder, "alpha", "alpha", "", NO_DEFAULTS));
    Path beta =
        PlugInJar.folder(folder, "beta", "beta", "", "braid.defaults.pooling.alpha.width = 5");
    try (URLClassLoader loader = PlugInJar.loader(alpha, beta)) {
      Binder binder = new Binder(new Registry(Discovery.on(loader).found()), new DefaultValues());
      var object = ConfigFactory.parseString("poolings = [{type = alpha}]");
      assertThat(binder.bind(Model.class, object.root(), "")).isEmpty();
      assertThat(binder.problems())
          .extracting(problem -> problem.path() + ": " + problem.what())
          .containsExactly("poolings[0].width: missing, and it has no default");
    }
  }

  @Test
  void theJarOfEachPlugInIsNamed() throws IOException {
    Path alpha = PlugInJar.jar(PlugInJar.folder(folder, "alpha", "alpha", "", NO_DEFAULTS));
    Path beta = PlugInJar.folder(folder, "beta", "beta", "", NO_DEFAULTS);
    try (URLClassLoader loader = PlugInJar.loader(beta, alpha)) {
      assertThat(Discovery.on(loader).found())
          .extracting(entry -> entry.spi().key() + " " + entry.id() + " " + entry.jar())
          .containsExactly("pooling alpha alpha-1.0.jar", "pooling beta beta");
    }
  }

  @Test
  void twoPlugInsWithOneIdAreRefusedToWhoeverNamesItWithBothJars() throws IOException {
    Path first = PlugInJar.jar(PlugInJar.folder(folder, "first", "mean", "", NO_DEFAULTS));
    Path second = PlugInJar.jar(PlugInJar.folder(folder, "second", "mean", "", NO_DEFAULTS));
    Path other =
        PlugInJar.folder(folder, "other", "other", "", "braid.defaults.pooling.other.width = 1");
    try (URLClassLoader loader = PlugInJar.loader(first, second, other)) {
      Registry registry = new Registry(Discovery.on(loader).found());
      assertThat(registry.entries(Pooling.class)).containsOnlyKeys("other");
      Binder unused = new Binder(registry, new DefaultValues());
      var object = ConfigFactory.parseString("poolings = [{type = other}]");
      assertThat(unused.bind(Model.class, object.root(), "")).isPresent();
      Binder used = new Binder(registry, new DefaultValues());
      object = ConfigFactory.parseString("poolings = [{type = mean}]");
      assertThat(used.bind(Model.class, object.root(), "")).isEmpty();
      ConfigurationException refused =
          catchThrowableOfType(ConfigurationException.class, () -> used.throwProblems("x.conf"));
      Golden.matches("two-of-one-id", String.valueOf(refused.getMessage()));
    }
  }

  @Test
  void aBrokenProviderIsSetAsideWithTheReasonAndTheOthersWork() throws IOException {
    Path good = PlugInJar.folder(folder, "good", "good", "", NO_DEFAULTS);
    Path throwing =
        PlugInJar.folder(
            folder,
            "throwing",
            "throwing",
            "if (true) throw new IllegalStateException(\"no licence\");",
            NO_DEFAULTS);
    Path absent = PlugInJar.folder(folder, "absent", "absent", "", NO_DEFAULTS);
    PlugInJar.service(absent, "absent.NotThere");
    Path misnamed = PlugInJar.folder(folder, "misnamed", "Not_Kebab", "", NO_DEFAULTS);
    Path stranger = PlugInJar.folder(folder, "stranger", "stranger", "", NO_DEFAULTS);
    PlugInJar.service(stranger, "java.lang.String");
    Path unlinked = PlugInJar.folder(folder, "unlinked", "unlinked", "", NO_DEFAULTS);
    Files.delete(unlinked.resolve("unlinked/P$Config.class"));
    try (URLClassLoader loader =
        PlugInJar.loader(throwing, absent, stranger, unlinked, misnamed, good)) {
      Discovery discovery = Discovery.on(loader);
      assertThat(PlugInJar.ids(discovery)).containsExactly("good");
      Golden.matches(
          "refused-providers",
          discovery.refused().stream().map(Refusal::toString).collect(Collectors.joining("\n"))
              + "\n");
    }
  }
}
