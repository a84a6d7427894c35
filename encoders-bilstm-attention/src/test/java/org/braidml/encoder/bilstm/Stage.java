package org.braidml.encoder.bilstm;

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

/** One engine and data type, with arrays from numbers and back. */
final class Stage implements AutoCloseable {

  private static final double NOISE = 37;

  private final NDManager manager;
  private final DataType type;

  Stage(String engine, DataType type) {
    this.manager = Engines.get(engine).newBaseManager();
    this.type = type;
  }

  Pass evaluation() {
    return Pass.evaluation(new ParameterStore(manager, false));
  }

  NDArray array(Shape shape, double... numbers) {
    return manager.create(numbers, shape).toType(type, true);
  }

  Sequence sequence(Shape shape, double[] numbers, int... lengths) {
    return Sequence.of(array(shape, numbers), Lengths.of(lengths, (int) shape.get(1)));
  }

  /** A row each, of one number a step; padding is noise. */
  Sequence padded(double[]... rows) {
    int time = Arrays.stream(rows).mapToInt(row -> row.length).max().orElseThrow();
    double[] numbers = new double[rows.length * time];
    Arrays.fill(numbers, NOISE);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, numbers, i * time, rows[i].length);
    }
    int[] lengths = Arrays.stream(rows).mapToInt(row -> row.length).toArray();
    return sequence(new Shape(rows.length, time, 1), numbers, lengths);
  }

  void initialize(TypedBlock block) {
    ParameterPaths.initialize(block, manager, type, 1);
  }

  /** Gives every parameter of a block its numbers. */
  void set(TypedBlock block, Map<String, double[]> numbers) {
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

  static double[] numbers(NDArray array) {
    NDArray wide = array.toType(DataType.FLOAT64, true);
    return wide.toDoubleArray();
  }

  /** The real steps of each row, one after another. */
  static double[][] rows(Sequence sequence) {
    double[] all = numbers(sequence.values());
    int cells = all.length / sequence.lengths().batch();
    double[][] rows = new double[sequence.lengths().batch()][];
    for (int row = 0; row < rows.length; row++) {
      int real = sequence.lengths().get(row) * sequence.width();
      rows[row] = Arrays.copyOfRange(all, row * cells, row * cells + real);
    }
    return rows;
  }

  /** The rows of {@code (B, E)}. */
  static double[][] rows(NDArray array) {
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
