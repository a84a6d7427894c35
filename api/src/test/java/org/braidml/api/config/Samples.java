package org.braidml.api.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.plugin.Registry;
import org.braidml.api.plugin.Spi;

/**
 * Records and plug-ins to bind. Their defaults stand in the {@code reference.conf} of the tests.
 */
final class Samples {

  private Samples() {}

  /** In kebab-case. */
  enum Padding {
    SAME,
    VALID_ONLY
  }

  /** As its own text says. */
  enum Mixed {
    FAST("Fast"),
    SLOW("Slow");

    private final String text;

    Mixed(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** One of each scalar, with a default. */
  @Defaults("test.settings")
  record Settings(
      @Range(min = 1) int count,
      long big,
      @Range(min = 0, max = 1, belowMax = true) double share,
      @Range(min = 0, aboveMin = true) double rate,
      double any,
      boolean on,
      String name,
      Padding padding,
      Mixed mixed,
      @Range(min = 1, max = 9) List<Integer> sizes,
      @Range(max = 3) Optional<Integer> most) {}

  /** A rule, by its type; adam unless chosen. */
  @Discriminator("type")
  @Defaults("test.rule")
  sealed interface RuleConfig {}

  /** The default rule. */
  @Id("adam")
  record Adam(double rate) implements RuleConfig {}

  /** Another; its rate has no default. */
  @Id("sgd")
  record Sgd(double rate, double momentum) implements RuleConfig {}

  /** May be given as a string. */
  @Shorthand("path")
  @Defaults("test.source")
  record Source(String path, @Inline Manner manner) {}

  /** Some keys of a source. */
  record Manner(boolean header) {}

  /** Checks what its components must be together. */
  record Pair(int low, int high) {
    Pair {
      if (low > high) {
        throw new IllegalArgumentException("low is above high");
      }
    }
  }

  /** Has a bug. */
  record Broken(int n) {
    Broken {
      if (n > 0) {
        throw new IllegalStateException("a bug " + n);
      }
    }
  }

  /** A plug-in with a key of its own beside it. */
  record Node(Optional<String> input, @Inline Choice<Pooling<?>> pooling) {}

  /** Everything that nests. */
  record Root(
      Settings settings,
      Optional<RuleConfig> rule,
      Optional<Source> source,
      Optional<Pair> pair,
      Map<String, Node> nodes,
      List<Choice<Pooling<?>>> chain,
      Map<String, List<Integer>> numbers) {}

  /** A pooling that is bound and never built. */
  static final class MeanPooling implements Pooling<MeanPooling.MeanConfig> {

    record MeanConfig(@Range(min = 0) double scale) {}

    @Override
    public String id() {
      return "mean";
    }

    @Override
    public Class<MeanConfig> configType() {
      return MeanConfig.class;
    }

    @Override
    public PoolingBlock build(MeanConfig config, StatesSpec input, BuildContext context) {
      throw context.refuse("it is never built", "bind it only");
    }
  }

  /** A pooling with one inside. */
  static final class NestedPooling implements Pooling<NestedPooling.NestedConfig> {

    record NestedConfig(
        Choice<Pooling<?>> inner, @Range(min = 1) int width, Optional<String> label) {}

    @Override
    public String id() {
      return "nested";
    }

    @Override
    public Class<NestedConfig> configType() {
      return NestedConfig.class;
    }

    @Override
    public PoolingBlock build(NestedConfig config, StatesSpec input, BuildContext context) {
      throw context.refuse("it is never built", "bind it only");
    }
  }

  static Registry registry() {
    Spi spi = new Spi(Pooling.class);
    return new Registry(
        List.of(
            new Registry.Entry(spi, new MeanPooling(), "samples.jar", "1"),
            new Registry.Entry(spi, new NestedPooling(), "samples.jar", "1")));
  }
}
