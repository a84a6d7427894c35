package org.braidml.features;

import com.typesafe.config.ConfigFactory;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/** Encoders as a user gets them: found on the class path, bound from HOCON over the defaults. */
final class Configured {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(Configured.class.getClassLoader()).found());

  private Configured() {}

  record Holder(Choice<StaticFeatureEncoder<?>> encoder) {}

  static StaticFeatureEncoderBlock encoder(String hocon, StaticSpec input) {
    Binder binder = new Binder(REGISTRY, new DefaultValues());
    var root = ConfigFactory.parseString("encoder { " + hocon + " }").root();
    var bound = binder.bind(Holder.class, root, "");
    binder.throwProblems("a test");
    var choice = bound.orElseThrow().encoder();
    return new BuildContext(choice.path()).build(choice.plugin(), choice.config(), input);
  }
}
