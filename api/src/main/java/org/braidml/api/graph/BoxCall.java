package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;
import org.braidml.api.Encoded;
import org.braidml.api.Plugin;
import org.braidml.api.PluginException;
import org.braidml.api.Sequence;
import org.braidml.api.SpecException;
import org.braidml.api.TypedBlock;
import org.jspecify.annotations.Nullable;

/**
 * One call of a box: what it throws is told with the plug-in that made it, and what it gives has
 * the size that it declared, before the next box meets it.
 *
 * @param block the box
 * @param path of the box in the configuration, for messages
 * @param batch {@code B}
 */
record BoxCall(TypedBlock block, String path, long batch) {

  /** Runs the box's forward pass. */
  <R> R of(Supplier<@Nullable R> forward) {
    return of("forward pass", forward);
  }

  /**
   * Runs one of the box's computations.
   *
   * @param name of the computation, in messages
   */
  <R> R of(String name, Supplier<@Nullable R> computation) {
    R result;
    try {
      result = computation.get();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw told(name, e);
    }
    if (result == null) {
      throw refused("gives null in its " + name);
    }
    return result;
  }

  private RuntimeException told(String name, Throwable e) {
    if (e instanceof PluginException || e instanceof SpecException || block.maker().isEmpty()) {
      if (e instanceof Error error) {
        throw error;
      }
      return (RuntimeException) e;
    }
    Plugin<?> plugin = block.maker().get();
    return PluginException.thrown(plugin, path, "fails in its " + name, e);
  }

  private RuntimeException refused(String what) {
    return block.maker().isPresent()
        ? new PluginException(block.maker().get(), path, what)
        : new IllegalStateException(path + ' ' + what);
  }

  /** Requires {@code (B, width)}. */
  NDArray flat(NDArray given, String name, int width) {
    Shape shape = given.getShape();
    if (shape.dimension() != 2 || shape.get(0) != batch || shape.get(1) != width) {
      throw refused(
          "gives " + name + " of the shape " + shape + "; it declared " + new Shape(batch, width));
    }
    return given;
  }

  /** Requires {@code (B, T', width)}. */
  Sequence steps(Sequence given, String name, int width) {
    long rows = given.lengths().batch();
    if (rows != batch || given.width() != width) {
      Shape declared = new Shape(batch, given.lengths().time(), width);
      Shape shape = given.values().getShape();
      throw refused("gives " + name + " of the shape " + shape + "; it declared " + declared);
    }
    return given;
  }

  /** Requires scores {@code (B, width)} or {@code (B, T', width)}. */
  NDArray scores(NDArray given, int width) {
    Shape shape = given.getShape();
    int last = shape.dimension() - 1;
    if (last < 1 || last > 2 || shape.get(0) != batch || shape.get(last) != width) {
      throw refused(
          "gives scores of the shape " + shape + "; it declared " + new Shape(batch, width));
    }
    return given;
  }

  /** Requires states and an encoding of these widths. */
  Encoded encoded(Encoded given, int statesWidth, int width) {
    steps(given.states(), "states", statesWidth);
    flat(given.encoding(), "an encoding", width);
    return given;
  }
}
