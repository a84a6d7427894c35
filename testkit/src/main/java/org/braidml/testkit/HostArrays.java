package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Numbers between the host, where they are doubles, and an engine. */
final class HostArrays {

  private HostArrays() {}

  static NDArray create(NDManager manager, double[] values, DataType type, Shape shape) {
    return switch (type) {
      case FLOAT64 -> manager.create(values, shape);
      case FLOAT32 -> manager.create(floats(values), shape);
      case INT64 -> manager.create(Arrays.stream(values).mapToLong(v -> (long) v).toArray(), shape);
      default -> throw new IllegalArgumentException("no test data of type " + type);
    };
  }

  static double[] read(NDArray array) {
    return switch (array.getDataType()) {
      case FLOAT64 -> array.toDoubleArray();
      case FLOAT32 -> doubles(array.toFloatArray());
      case INT64 -> Arrays.stream(array.toLongArray()).asDoubleStream().toArray();
      default ->
          throw new AssertionError(
              "an array of type " + array.getDataType() + " where FLOAT32 or FLOAT64 is due");
    };
  }

  static void write(NDArray array, double[] values) {
    array.set(
        array.getDataType() == DataType.FLOAT64
            ? DoubleBuffer.wrap(values)
            : FloatBuffer.wrap(floats(values)));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
