package org.braidml.testkit;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.RecurrentCell;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/**
 * Boxes as an experiment file makes them: found by the service files of the class path, and bound
 * from HOCON over the defaults of the {@code reference.conf} beside them. A contract test that
 * builds its box so tests these two files as well.
 *
 * <pre>{@code
 * Configured.encoder("type = tcn, channels = 3", input)
 * }</pre>
 *
 * <p>Each method throws a {@link org.braidml.api.config.ConfigurationException} for settings that a
 * file would be refused for, and a {@link org.braidml.api.SpecException} where the box refuses what
 * it is to read. The path in their messages is the key of the SPI. No arrays are made.
 */
public final class Configured {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(Configured.class.getClassLoader()).found());

  private Configured() {}

  /** One box of any SPI, under the key of the SPI. */
  private record Box(
      Optional<Choice<SequenceEncoder<?>>> sequenceEncoder,
      Optional<Choice<SequenceTransform<?>>> sequenceTransform,
      Optional<Choice<RecurrentCell<?>>> recurrentCell,
      Optional<Choice<Pooling<?>>> pooling,
      Optional<Choice<StaticFeatureEncoder<?>>> staticFeatureEncoder,
      Optional<Choice<Merger<?>>> merger,
      Optional<Choice<Projection<?>>> projection,
      Optional<Choice<Head<?>>> head) {}

  /** Returns all boxes of the class path. */
  public static Registry registry() {
    return REGISTRY;
  }

  /** Builds a sequence encoder. */
  public static SequenceEncoderBlock encoder(String hocon, SequenceSpec input) {
    var choice = bind("sequence-encoder", hocon).sequenceEncoder().orElseThrow();
    return new BuildContext(choice.path()).build(choice.plugin(), choice.config(), input);
  }

  /** Builds a sequence encoder that is given another encoding, as {@code condition-on} does. */
  public static SequenceEncoderBlock encoder(
      String hocon, SequenceSpec input, EncodingSpec condition, ConditionAs as) {
    var choice = bind("sequence-encoder", hocon).sequenceEncoder().orElseThrow();
    return new BuildContext(choice.path(), condition, Optional.of(as))
        .build(choice.plugin(), choice.config(), input);
  }

  /** Builds an encoder of static features. */
  public static StaticFeatureEncoderBlock encoder(String hocon, StaticSpec input) {
    var choice = bind("static-feature-encoder", hocon).staticFeatureEncoder().orElseThrow();
    return new BuildContext(choice.path()).build(choice.plugin(), choice.config(), input);
  }

  /** Builds a transform. */
  public static SequenceTransformBlock transform(String hocon, SequenceSpec input) {
    var choice = bind("sequence-transform", hocon).sequenceTransform().orElseThrow();
    return new BuildContext(choice.path()).transform(choice, input);
  }

  /** Builds a recurrent cell. */
  public static RecurrentCellBlock cell(String hocon, int inputWidth) {
    var choice = bind("recurrent-cell", hocon).recurrentCell().orElseThrow();
    return new BuildContext(choice.path()).cell(choice, inputWidth);
  }

  /** Builds a pooling. */
  public static PoolingBlock pooling(String hocon, StatesSpec input) {
    var choice = bind("pooling", hocon).pooling().orElseThrow();
    return new BuildContext(choice.path()).pooling(choice, input);
  }

  /** Builds a merger. */
  public static MergerBlock merger(String hocon, List<EncodingSpec> inputs) {
    var choice = bind("merger", hocon).merger().orElseThrow();
    return new BuildContext(choice.path()).merger(choice, inputs);
  }

  /** Builds a projection. */
  public static ProjectionBlock projection(String hocon, EncodingSpec input) {
    var choice = bind("projection", hocon).projection().orElseThrow();
    return new BuildContext(choice.path()).projection(choice, input);
  }

  /** Builds a head. */
  public static HeadBlock head(String hocon, HeadInputSpec input, TargetSpec target) {
    var choice = bind("head", hocon).head().orElseThrow();
    return new BuildContext(choice.path()).head(choice, input, target);
  }

  /**
   * Binds a box by its id alone, so that every setting is a default.
   *
   * @throws org.braidml.api.config.ConfigurationException if a key has none, naming it
   */
  public static void requireDefaults(Registry.Entry entry) {
    bind(entry.spi().key(), "type = " + entry.id());
  }

  private static Box bind(String spi, String hocon) {
    Binder binder = new Binder(REGISTRY, new DefaultValues());
    var settings = ConfigFactory.parseString(hocon).root();
    var bound = binder.bind(Box.class, ConfigFactory.parseMap(Map.of(spi, settings)).root(), "");
    binder.throwProblems("the test");
    return bound.orElseThrow();
  }
}
