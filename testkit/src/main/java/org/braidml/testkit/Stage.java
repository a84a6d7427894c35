package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;

/**
 * One engine and data type, with arrays from numbers and back: for cases by hand and golden values.
 * All arrays live until it is closed. One thread.
 *
 * <pre>{@code
 * try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
 *   stage.set(block, Map.of("age", new double[] {0}));
 *   Encoded encoded =
 *       block.forward(stage.evaluation(), stage.padded(new double[] {1, 2}), Condition.NONE);
 *   assertThat(Stage.rows(encoded.encoding())[0]).containsExactly(1.5);
 * }
 * }</pre>
 */
public final class Stage implements AutoCloseable {

  /** What padding holds: it must not matter. */
  private static final double NOISE = 37;

  private final NDManager manager;
  private final DataType type;

  /**
   * A stage.
   *
   * @param engine {@code MXNet} or {@code PyTorch}, as {@link EachEngine} gives it
   * @param type FLOAT32 or FLOAT64
   */
  public Stage(String engine, DataType type) {
    this.manager = Engines.get(engine).newBaseManager();
    this.type = type;
  }

  /** A pass in evaluation mode. */
  public Pass evaluation() {
    return Pass.evaluation(new ParameterStore(manager, false));
  }

  /** An array of these numbers in row-major order. */
  public NDArray array(Shape shape, double... numbers) {
    return manager.create(numbers, shape).toType(type, true);
  }

  /**
   * A sequence.
   *
   * @param shape {@code (B, T, F)}
   * @param numbers in row-major order, padding included
   * @param lengths one a row
   */
  public Sequence sequence(Shape shape, double[] numbers, int... lengths) {
    return Sequence.of(array(shape, numbers), Lengths.of(lengths, (int) shape.get(1)));
  }

  /** A sequence of one number a step, from the real steps of each row; padding is noise. */
  public Sequence padded(double[]... rows) {
    int time = Arrays.stream(rows).mapToInt(row -> row.length).max().orElseThrow();
    double[] numbers = new double[rows.length * time];
    Arrays.fill(numbers, NOISE);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, numbers, i * time, rows[i].length);
    }
    int[] lengths = Arrays.stream(rows).mapToInt(row -> row.length).toArray();
    return sequence(new Shape(rows.length, time, 1), numbers, lengths);
  }

  /** Lets the parameters of a block start as its {@code Init}s say. */
  public void initialize(TypedBlock block) {
    ParameterPaths.initialize(block, manager, type, 1);
  }

  /**
   * Gives every parameter of a block its numbers.
   *
   * @param numbers by path, in row-major order
   */
  public void set(TypedBlock block, Map<String, double[]> numbers) {
    Map<String, Parameter> parameters = ParameterPaths.of(block);
    Map<String, NDArray> values = new LinkedHashMap<>();
    numbers.forEach(
        (path, row) -> {
          Parameter parameter = parameters.get(path);
          if (parameter == null) {
            throw new AssertionError("no parameter " + path + " among " + parameters.keySet());
          }
          values.put(path, array(parameter.getShape(), row));
        });
    ParameterPaths.restore(block, values, manager);
  }

  /** Returns the numbers of an array in row-major order. */
  public static double[] numbers(NDArray array) {
    NDArray wide = array.toType(DataType.FLOAT64, true);
    return wide.toDoubleArray();
  }

  /** Returns the numbers of the real steps of each row, one step after another. */
  public static double[][] rows(Sequence sequence) {
    double[] all = numbers(sequence.values());
    int cells = all.length / sequence.lengths().batch();
    double[][] rows = new double[sequence.lengths().batch()][];
    for (int row = 0; row < rows.length; row++) {
      int real = sequence.lengths().get(row) * sequence.width();
      rows[row] = Arrays.copyOfRange(all, row * cells, row * cells + real);
    }
    return rows;
  }

  /** Returns the rows of an array {@code (B, ...)}. */
  public static double[][] rows(NDArray array) {
    double[] all = numbers(array);
    int batch = (int) array.getShape().get(0);
    double[][] rows = new double[batch][];
    for (int row = 0; row < batch; row++) {
      rows[row] = Arrays.copyOfRange(all, row * all.length / batch, (row + 1) * all.length / batch);
    }
    return rows;
  }

  @Override
  public void close() {
    manager.close();
  }
}
