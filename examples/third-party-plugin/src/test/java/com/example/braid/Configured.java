package com.example.braid;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/** Boxes as a configuration file makes them: found by service files, bound over their defaults. */
final class Configured {

  private static final BuildContext CONTEXT = new BuildContext("box");

  private Configured() {}

  private record Encoders(Choice<SequenceEncoder<?>> box) {}

  private record Poolings(Choice<Pooling<?>> box) {}

  private record Mergers(Choice<Merger<?>> box) {}

  static SequenceEncoderBlock encoder(String settings, SequenceSpec input) {
    Choice<SequenceEncoder<?>> choice = bind(Encoders.class, settings).box();
    return CONTEXT.build(choice.plugin(), choice.config(), input);
  }

  static PoolingBlock pooling(String settings, StatesSpec input) {
    return CONTEXT.pooling(bind(Poolings.class, settings).box(), input);
  }

  static MergerBlock merger(String settings, List<EncodingSpec> inputs) {
    return CONTEXT.merger(bind(Mergers.class, settings).box(), inputs);
  }

  private static <R extends Record> R bind(Class<R> holder, String settings) {
    Registry registry = new Registry(Discovery.on(Configured.class.getClassLoader()).found());
    Binder binder = new Binder(registry, new DefaultValues());
    var bound =
        binder.bind(holder, ConfigFactory.parseString("box { " + settings + " }").root(), "");
    binder.throwProblems("the test");
    return bound.orElseThrow();
  }
}
