package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/** Numbers of the host as arrays of an engine, and back. */
final class HostArrays {

  private HostArrays() {}

  /**
   * Creates an array. Copied once inside the engine: PyTorch would otherwise keep on computing in
   * the Java buffer, which is not aligned for it.
   */
  static NDArray create(NDManager manager, double[] values, Shape shape, DataType type) {
    try (NDArray given = wrap(manager, values, shape, type)) {
      return given.duplicate();
    }
  }

  private static NDArray wrap(NDManager manager, double[] values, Shape shape, DataType type) {
    if (type == DataType.FLOAT64) {
      return manager.create(values, shape);
    }
    if (type != DataType.FLOAT32) {
      throw new IllegalArgumentException("parameters are FLOAT32 or FLOAT64, given " + type);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return manager.create(floats, shape);
  }

  /** Copies an array to another manager of the same engine. */
  static NDArray copy(NDArray array, NDManager manager) {
    NDArray copy = array.duplicate();
    copy.attach(manager);
    return copy;
  }

  /** Copies a value into a parameter, keeping its data type if it has one. */
  static void assign(Parameter parameter, NDArray value, NDManager manager) {
    NDManager owner = parameter.isInitialized() ? parameter.getArray().getManager() : manager;
    DataType type =
        parameter.isInitialized() ? parameter.getArray().getDataType() : value.getDataType();
    NDArray copy = converted(value, type);
    copy.attach(owner);
    parameter.close();
    parameter.setShape(null);
    parameter.setArray(copy);
    if (parameter.requiresGradient()) {
      copy.setRequiresGradient(true);
    }
  }

  /**
   * Returns a copy of a data type. On PyTorch {@code toType(type, true)} to the type that an array
   * already has gives no copy but a view, here of memory that Java frees.
   */
  private static NDArray converted(NDArray value, DataType type) {
    return value.getDataType() == type ? value.duplicate() : value.toType(type, true);
  }

  /** Returns the numbers of a floating-point array; waits for them. */
  static double[] toDoubles(NDArray array) {
    if (array.getDataType() == DataType.FLOAT64) {
      return array.toDoubleArray();
    }
    float[] floats = array.toFloatArray();
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
