package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import org.braidml.api.config.Samples.Settings;
import org.junit.jupiter.api.Test;

/** Values that come out of the environment. */
final class BinderEnvironmentTest {

  @Test
  void aVariableOfTheEnvironmentIsTextThatMayBeANumber() {
    ConfigObject object =
        ConfigValueFactory.fromMap(
            Map.of(
                "count", ConfigValueFactory.fromAnyRef("3", "env var N"),
                "on", ConfigValueFactory.fromAnyRef("false", "env var ON"),
                "name", ConfigValueFactory.fromAnyRef("4", "env var NAME")));
    Binder binder = new Binder(Samples.registry(), new DefaultValues());
    Settings settings = binder.bind(Settings.class, object, "").orElseThrow();
    assertThat(settings.count()).isEqualTo(3);
    assertThat(settings.on()).isFalse();
    assertThat(settings.name()).isEqualTo("4");
  }

  @Test
  void aValueOfTheRealEnvironmentHasTheOriginThatTheBinderKnows() {
    assertThat(ConfigFactory.parseString("p = ${PATH}").resolve().getValue("p").origin())
        .extracting(origin -> origin.description())
        .asString()
        .startsWith("env var");
  }
}
