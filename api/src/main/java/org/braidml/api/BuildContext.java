package org.braidml.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.braidml.api.config.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in has while it builds its block: its path in the configuration, for messages, the
 * encoding that conditions it, and the means to build the plug-ins nested in its settings.
 */
public final class BuildContext {

  private final String path;
  private final @Nullable EncodingSpec condition;
  private final Optional<ConditionAs> conditionAs;
  private final AtomicBoolean conditionRead = new AtomicBoolean();
  private final AtomicBoolean conditionAsRead = new AtomicBoolean();

  /** A context without a condition. */
  public BuildContext(String path) {
    this(path, null);
  }

  /** A context of an encoder under {@code condition-on}. */
  public BuildContext(String path, @Nullable EncodingSpec condition) {
    this(path, condition, Optional.empty());
  }

  /** A context of an encoder under {@code condition-on} and {@code condition-as}. */
  public BuildContext(
      String path, @Nullable EncodingSpec condition, Optional<ConditionAs> conditionAs) {
    this.path = path;
    this.condition = condition;
    this.conditionAs = conditionAs;
  }

  /** Returns the path of this box in the configuration, for example {@code model.head}. */
  public String path() {
    return path;
  }

  /**
   * Returns the encoding that conditions this encoder ({@code condition-on}). An encoder that never
   * asks cannot be conditioned, and a configuration that tries is refused.
   */
  public Optional<EncodingSpec> condition() {
    conditionRead.set(true);
    return Optional.ofNullable(condition);
  }

  /**
   * Returns how the condition shall act ({@code condition-as}); empty to let the encoder choose,
   * and without a condition. Never {@link ConditionAs#EVERY_STEP}, which needs nothing of the
   * encoder. An encoder that never asks has one way, and a configuration that names another is
   * refused.
   */
  public Optional<ConditionAs> conditionAs() {
    conditionAsRead.set(true);
    return conditionAs;
  }

  /** Returns whether a way of conditioning was named and nobody asked for it. */
  public boolean conditionAsIgnored() {
    return conditionAs.isPresent() && !conditionAsRead.get();
  }

  /** Returns whether a condition was given and nobody asked for it. */
  public boolean conditionIgnored() {
    return condition != null && !conditionRead.get();
  }

  /** An exception that refuses what this box was given. */
  public SpecException refuse(String what, String remedy) {
    return new SpecException(Problem.at(path).what(what).remedy(remedy).build());
  }

  /** Builds a chosen sequence encoder. */
  public SequenceEncoderBlock build(SequenceEncoder<?> plugin, Record config, SequenceSpec input) {
    return encoder(plugin, config, input);
  }

  /** Builds a chosen encoder of static features. */
  public StaticFeatureEncoderBlock build(
      StaticFeatureEncoder<?> plugin, Record config, StaticSpec input) {
    return staticEncoder(plugin, config, input);
  }

  /** Builds a chosen transform. */
  public SequenceTransformBlock transform(Choice<SequenceTransform<?>> choice, SequenceSpec input) {
    return transform(choice.plugin(), choice.config(), input, new BuildContext(choice.path()));
  }

  /** Builds a chosen pooling. */
  public PoolingBlock pooling(Choice<Pooling<?>> choice, StatesSpec input) {
    return pooling(choice.plugin(), choice.config(), input, new BuildContext(choice.path()));
  }

  /** Builds a chosen cell. */
  public RecurrentCellBlock cell(Choice<RecurrentCell<?>> choice, int inputWidth) {
    return cell(choice.plugin(), choice.config(), inputWidth, new BuildContext(choice.path()));
  }

  /** Builds a chosen projection. */
  public ProjectionBlock projection(Choice<Projection<?>> choice, EncodingSpec input) {
    return projection(choice.plugin(), choice.config(), input, new BuildContext(choice.path()));
  }

  /** Builds a chosen merger. */
  public MergerBlock merger(Choice<Merger<?>> choice, List<EncodingSpec> inputs) {
    return merger(choice.plugin(), choice.config(), inputs, new BuildContext(choice.path()));
  }

  /** Builds a chosen head. */
  public HeadBlock head(Choice<Head<?>> choice, HeadInputSpec input, TargetSpec target) {
    return head(choice.plugin(), choice.config(), input, target, new BuildContext(choice.path()));
  }

  private <C extends Record> SequenceEncoderBlock encoder(
      SequenceEncoder<C> plugin, Record config, SequenceSpec input) {
    return made(plugin, path, () -> plugin.build(plugin.configType().cast(config), input, this));
  }

  private <C extends Record> StaticFeatureEncoderBlock staticEncoder(
      StaticFeatureEncoder<C> plugin, Record config, StaticSpec input) {
    return made(plugin, path, () -> plugin.build(plugin.configType().cast(config), input, this));
  }

  private static <C extends Record> SequenceTransformBlock transform(
      SequenceTransform<C> plugin, Record config, SequenceSpec input, BuildContext context) {
    return made(
        plugin, context.path, () -> plugin.build(plugin.configType().cast(config), input, context));
  }

  private static <C extends Record> PoolingBlock pooling(
      Pooling<C> plugin, Record config, StatesSpec input, BuildContext context) {
    return made(
        plugin, context.path, () -> plugin.build(plugin.configType().cast(config), input, context));
  }

  private static <C extends Record> RecurrentCellBlock cell(
      RecurrentCell<C> plugin, Record config, int inputWidth, BuildContext context) {
    return made(
        plugin,
        context.path,
        () -> plugin.build(plugin.configType().cast(config), inputWidth, context));
  }

  private static <C extends Record> ProjectionBlock projection(
      Projection<C> plugin, Record config, EncodingSpec input, BuildContext context) {
    return made(
        plugin, context.path, () -> plugin.build(plugin.configType().cast(config), input, context));
  }

  private static <C extends Record> MergerBlock merger(
      Merger<C> plugin, Record config, List<EncodingSpec> inputs, BuildContext context) {
    return made(
        plugin,
        context.path,
        () -> plugin.build(plugin.configType().cast(config), inputs, context));
  }

  private static <C extends Record> HeadBlock head(
      Head<C> plugin, Record config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    return made(
        plugin,
        context.path,
        () -> plugin.build(plugin.configType().cast(config), input, target, context));
  }

  /** A plug-in refuses by {@link #refuse}; whatever else it throws is a fault of its own. */
  private static <B extends TypedBlock> B made(Plugin<?> plugin, String path, Supplier<B> build) {
    B block;
    try {
      block = build.get();
    } catch (SpecException | PluginException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw PluginException.thrown(plugin, path, "cannot build its block", e);
    }
    if (block == null) {
      throw new PluginException(plugin, path, "builds no block: its build returns null");
    }
    block.madeBy(plugin);
    return block;
  }
}
