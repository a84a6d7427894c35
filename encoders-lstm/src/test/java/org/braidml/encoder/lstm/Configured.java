package org.braidml.encoder.lstm;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.Map;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.Plugin;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/** Plug-ins as a configuration file chooses them: found by services, bound over their defaults. */
final class Configured {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(Configured.class.getClassLoader()).found());

  private Configured() {}

  private record Encoders(Choice<SequenceEncoder<?>> box) {}

  private record Transforms(Choice<SequenceTransform<?>> box) {}

  private record Poolings(Choice<Pooling<?>> box) {}

  static Registry registry() {
    return REGISTRY;
  }

  static SequenceEncoderBlock encoder(String hocon, SequenceSpec input) {
    return encoder(ConfigFactory.parseString(hocon).root(), input);
  }

  static SequenceEncoderBlock encoder(ConfigObject settings, SequenceSpec input) {
    Choice<SequenceEncoder<?>> choice = bind(Encoders.class, settings).box();
    return new BuildContext("box").build(choice.plugin(), choice.config(), input);
  }

  static SequenceTransformBlock transform(String hocon, SequenceSpec input) {
    return transform(ConfigFactory.parseString(hocon).root(), input);
  }

  static SequenceTransformBlock transform(ConfigObject settings, SequenceSpec input) {
    return new BuildContext("box").transform(bind(Transforms.class, settings).box(), input);
  }

  static PoolingBlock pooling(String hocon, StatesSpec input) {
    return pooling(ConfigFactory.parseString(hocon).root(), input);
  }

  static PoolingBlock pooling(ConfigObject settings, StatesSpec input) {
    return new BuildContext("box").pooling(bind(Poolings.class, settings).box(), input);
  }

  /** Binds a plug-in by nothing but its id. */
  static Choice<? extends Plugin<?>> byId(String spi, String id) {
    ConfigObject settings = ConfigFactory.parseMap(Map.of("type", id)).root();
    return switch (spi) {
      case "sequence-encoder" -> bind(Encoders.class, settings).box();
      case "sequence-transform" -> bind(Transforms.class, settings).box();
      case "pooling" -> bind(Poolings.class, settings).box();
      default -> throw new AssertionError(spi);
    };
  }

  private static <R extends Record> R bind(Class<R> holder, ConfigObject settings) {
    Binder binder = new Binder(REGISTRY, new DefaultValues());
    ConfigObject file = ConfigFactory.empty().withValue("box", settings).root();
    var bound = binder.bind(holder, file, "");
    binder.throwProblems("the test");
    return bound.orElseThrow();
  }
}
