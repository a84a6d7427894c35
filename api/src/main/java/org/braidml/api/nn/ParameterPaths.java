package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.api.TypedBlock;

/**
 * The parameters of a block by path, for example {@code encoders.review.layer-0.weight-ih}: what
 * bundles, optimizer state and random streams are keyed by.
 *
 * <p>DJL's own keys will not do: a parameter's id is random, and its name carries the index of the
 * child it is in.
 */
public final class ParameterPaths {

  private ParameterPaths() {}

  /**
   * Returns the parameters by path, in the order of the blocks. A parameter that two blocks share
   * has its first path.
   */
  public static Map<String, Parameter> of(Block root) {
    Map<String, Parameter> paths = new LinkedHashMap<>();
    collect(root, "", paths, Collections.newSetFromMap(new IdentityHashMap<>()));
    return paths;
  }

  private static void collect(
      Block block, String prefix, Map<String, Parameter> paths, Set<Parameter> seen) {
    for (Pair<String, Parameter> entry : block.getDirectParameters()) {
      if (seen.add(entry.getValue())
          && paths.put(prefix + entry.getKey(), entry.getValue()) != null) {
        throw new IllegalStateException(
            "two parameters have the path " + prefix + entry.getKey() + ": name the blocks apart");
      }
    }
    for (Pair<String, Block> entry : block.getChildren()) {
      collect(entry.getValue(), prefix + withoutIndex(entry.getKey()) + ".", paths, seen);
    }
  }

  /**
   * Returns the blocks of a type inside a block, itself left out, by path, in the order of the
   * blocks: a parameter's path is that of its block, a dot, and its path in the block.
   */
  public static <T> Map<String, T> blocks(Block root, Class<T> type) {
    Map<String, T> found = new LinkedHashMap<>();
    collect(root, "", type, found);
    return found;
  }

  private static <T> void collect(Block block, String prefix, Class<T> type, Map<String, T> found) {
    for (Pair<String, Block> entry : block.getChildren()) {
      String path = prefix + withoutIndex(entry.getKey());
      if (type.isInstance(entry.getValue())) {
        found.put(path, type.cast(entry.getValue()));
      }
      collect(entry.getValue(), path + ".", type, found);
    }
  }

  private static String withoutIndex(String name) {
    int start = 0;
    while (start < name.length() && Character.isDigit(name.charAt(start))) {
      start++;
    }
    return name.substring(start);
  }

  /**
   * Gives every parameter its first value, each from a stream keyed by a hash of the seed and its
   * path: equal on both engines, bit for bit, and independent of the other boxes.
   *
   * <p>Parameters of DJL blocks inside typed ones may start from {@link Initializer#ZEROS} or
   * {@link Initializer#ONES}; any other start would draw from the engine and is refused: give them
   * {@link Init#unseeded()} by {@code setInitializer}.
   *
   * @param root none of its parameters has a value yet
   * @param manager owns the arrays, and so closes them
   * @param type FLOAT32, or FLOAT64 where exactness is tested
   * @param seed of the run
   */
  public static void initialize(TypedBlock root, NDManager manager, DataType type, long seed) {
    Map<String, Parameter> parameters = of(root);
    parameters.forEach(ParameterPaths::requireReady);
    parameters.forEach(
        (path, parameter) -> {
          Initializer original = parameter.getInitializer();
          if (original instanceof Init.Unseeded start) {
            double[] values = start.init().values(parameter.getShape(), Streams.of(seed, path));
            parameter.setInitializer((m, shape, t) -> HostArrays.create(m, values, shape, t));
          }
          parameter.initialize(manager, type);
          parameter.setInitializer(original);
        });
  }

  private static void requireReady(String path, Parameter parameter) {
    if (parameter.isInitialized()) {
      throw new IllegalStateException(path + " has a value already");
    }
    if (parameter.getShape() == null) {
      throw new IllegalStateException(path + " has no shape: prepare its DJL block first");
    }
    Initializer start = parameter.getInitializer();
    if (!(start instanceof Init.Unseeded)
        && start != Initializer.ZEROS
        && start != Initializer.ONES) {
      throw new IllegalStateException(
          path
              + " would start from the engine's random numbers: give it an Init by"
              + " setInitializer(init.unseeded(), name)");
    }
  }

  /** Returns how many numbers the parameters hold, from their shapes; no arrays are needed. */
  public static long count(Block root) {
    return of(root).values().stream().mapToLong(parameter -> parameter.getShape().size()).sum();
  }

  /** Returns the arrays of the parameters by path. They stay the model's: do not close them. */
  public static Map<String, NDArray> values(Block root) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    of(root).forEach((path, parameter) -> arrays.put(path, parameter.getArray()));
    return arrays;
  }

  /**
   * Gives the parameters saved values, which are copied, whether they have values already or not.
   *
   * @param root a block whose paths and shapes are those of the values
   * @param values by path; stay the caller's
   * @param manager owns arrays that are made
   * @throws IllegalArgumentException if a path is missing or unknown, or a shape differs
   */
  public static void restore(Block root, Map<String, NDArray> values, NDManager manager) {
    Map<String, Parameter> parameters = of(root);
    requireSame(parameters, values);
    values.forEach(
        (path, value) -> HostArrays.assign(known(parameters, path, value), value, manager));
  }

  /**
   * Gives some parameters other values, in the order of their axes; they keep their data type and
   * manager.
   *
   * @param root whose parameters have values
   * @param values by path
   * @throws IllegalArgumentException if a path is unknown, or there are too few or many numbers
   */
  public static void assign(Block root, Map<String, double[]> values) {
    Map<String, Parameter> parameters = of(root);
    values.forEach(
        (path, numbers) -> {
          Parameter parameter = parameters.get(path);
          if (parameter == null || parameter.getShape().size() != numbers.length) {
            throw new IllegalArgumentException(
                path + " is no parameter with " + numbers.length + " numbers");
          }
          NDArray old = parameter.getArray();
          NDManager manager = old.getManager();
          try (NDArray now =
              HostArrays.create(manager, numbers, old.getShape(), old.getDataType())) {
            HostArrays.assign(parameter, now, manager);
          }
        });
  }

  private static void requireSame(Map<String, Parameter> parameters, Map<String, NDArray> values) {
    Set<String> missing = new TreeSet<>(parameters.keySet());
    missing.removeAll(values.keySet());
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(parameters.keySet());
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the saved parameters are not this model's: missing " + missing + ", unknown " + unknown);
    }
    values.forEach((path, value) -> known(parameters, path, value));
  }

  private static Parameter known(Map<String, Parameter> parameters, String path, NDArray value) {
    Parameter parameter = Objects.requireNonNull(parameters.get(path));
    Widths.requireShape(path, parameter.getShape(), value);
    return parameter;
  }
}
