package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;

/** An engine, a manager of it, and short ways to make what tests need. */
final class Scope implements AutoCloseable {

  final Engine engine;
  final NDManager manager;

  Scope(String engineName) {
    engine = Engines.get(engineName);
    manager = engine.newBaseManager();
  }

  NDArray array(Shape shape, double... values) {
    return array(DataType.FLOAT32, shape, values);
  }

  NDArray array(DataType type, Shape shape, double... values) {
    return HostArrays.create(manager, values, shape, type);
  }

  NDArray ids(long... ids) {
    return manager.create(ids);
  }

  Sequence sequence(NDArray values, int... lengths) {
    return Sequence.of(values, Lengths.of(lengths, (int) values.getShape().get(1)));
  }

  <B extends TypedBlock> B initialized(B block, DataType type, long seed) {
    ParameterPaths.initialize(block, manager, type, seed);
    return block;
  }

  <B extends TypedBlock> B initialized(B block) {
    return initialized(block, DataType.FLOAT32, 1);
  }

  Pass evaluation() {
    return Pass.evaluation(new ParameterStore(manager, false));
  }

  Pass training() {
    return Pass.training(new ParameterStore(manager, false), new Random(1));
  }

  /** Marks an array as one whose gradient is asked for. */
  NDArray leaf(NDArray array) {
    array.setRequiresGradient(true);
    return array;
  }

  /** The gradient of a loss with respect to one array that is not a parameter. */
  double[] gradient(NDArray leaf, Supplier<NDArray> loss) {
    try (GradientCollector collector = engine.newGradientCollector()) {
      collector.backward(loss.get());
    }
    try (NDArray gradient = leaf.getGradient()) {
      return HostArrays.toDoubles(gradient);
    }
  }

  /** Computes something in training mode, recorded, without gradients. */
  @SuppressWarnings("try")
  <T> T recorded(Supplier<T> training) {
    try (GradientCollector ignored = engine.newGradientCollector()) {
      return training.get();
    }
  }

  /** What a map has under a name that it must have. */
  static <V> V in(Map<String, V> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  static double[] random(long seed, int size) {
    return new Random(seed).doubles(size, -1, 1).toArray();
  }

  @Override
  public void close() {
    manager.close();
  }
}
