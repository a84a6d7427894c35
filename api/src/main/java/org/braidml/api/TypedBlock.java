package org.braidml.api;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.ParameterPaths;
import org.jspecify.annotations.Nullable;

/**
 * A DJL block whose forward pass is typed.
 *
 * <p>Parameters get their shapes in the constructor, because specifications are known before any
 * array exists, and their values later from {@link org.braidml.api.nn.ParameterPaths#initialize}.
 * Only the root of a model takes {@code NDList}s; a typed block refuses them.
 */
public abstract class TypedBlock extends AbstractBlock {

  private @Nullable Plugin<?> maker;

  /** For subclasses. */
  protected TypedBlock() {}

  /** Returns the plug-in that built this block, for messages; empty for a part of another block. */
  public final Optional<Plugin<?>> maker() {
    return Optional.ofNullable(maker);
  }

  /**
   * Returns whether a training pass computes an example from others of its batch too, as batch norm
   * does: a model with such a block is not trained in shards. By default whether a batch norm of
   * DJL is inside.
   */
  public boolean mixesExamples() {
    return !ParameterPaths.blocks(this, BatchNorm.class).isEmpty();
  }

  /** Notes the plug-in that built this block. */
  final void madeBy(Plugin<?> plugin) {
    maker = plugin;
  }

  /**
   * Adds a parameter that takes a gradient.
   *
   * @param name starts with a letter, kebab-case; unique in this block
   * @param init how it starts
   * @param shape its shape
   * @return the parameter; read it with {@link Pass#value}
   */
  protected final Parameter parameter(String name, Init init, long... shape) {
    return added(name, init, true, shape);
  }

  /**
   * Adds a parameter that takes no gradient: it is saved with the others, and training leaves it as
   * it is.
   *
   * @param name starts with a letter, kebab-case; unique in this block
   * @param init how it starts
   * @param shape its shape
   * @return the parameter; read it with {@link Pass#value}
   */
  protected final Parameter constant(String name, Init init, long... shape) {
    return added(name, init, false, shape);
  }

  private Parameter added(String name, Init init, boolean trained, long... shape) {
    requireName(name);
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.OTHER)
            .optShape(new Shape(shape))
            .optInitializer(init.unseeded())
            .optRequiresGrad(trained)
            .build());
  }

  /**
   * Adds a child block; its parameters' paths begin with its name.
   *
   * @param name starts with a letter, kebab-case; unique in this block
   * @param block the child
   * @return the child
   */
  protected final <B extends TypedBlock> B child(String name, B block) {
    requireName(name);
    return addChildBlock(name, block);
  }

  private static void requireName(String name) {
    if (!name.matches("[a-zA-Z][a-zA-Z0-9_-]*")) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\": the name of a parameter or child starts with a letter and holds"
              + " letters, digits, - and _");
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " is called through its typed forward");
  }

  /** Typed blocks know their sizes from specifications; there is nothing to infer. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " declares its sizes by its specification");
  }

  @Override
  public final boolean isInitialized() {
    return getParameters().values().stream().allMatch(Parameter::isInitialized);
  }

  @Override
  public final void initialize(NDManager manager, DataType type, Shape... inputs) {
    getParameters().values().forEach(parameter -> parameter.initialize(manager, type));
  }
}
