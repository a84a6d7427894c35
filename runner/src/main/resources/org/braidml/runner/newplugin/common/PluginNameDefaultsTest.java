package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.braidml.api.Choice;
import org.braidml.api.PluginSpi;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.junit.jupiter.api.Test;

/** The service file names the class, and reference.conf has a default for each setting. */
final class PluginNameDefaultsTest {

  private record Model(Choice<PluginSpi<?>> box) {}

  @Test
  void itsTypeAloneIsEnough() {
    ClassLoader loader = PluginNameDefaultsTest.class.getClassLoader();
    Registry registry = new Registry(Discovery.on(loader).found());
    Binder binder = new Binder(registry, new DefaultValues());
    var file = ConfigFactory.parseString("box { type = plugin-name }");
    var model = binder.bind(Model.class, file.root(), "");
    binder.throwProblems("the test");
    assertThat(model.orElseThrow().box().plugin()).isInstanceOf(PluginName.class);
    assertThat(model.orElseThrow().box().config()).isInstanceOf(PluginNameConfig.class);
  }
}
