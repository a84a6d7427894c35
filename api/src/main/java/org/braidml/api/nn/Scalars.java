package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.BiFunction;

/**
 * An array and one number, where the array's gradient is to flow on. The result has the array's
 * shape and data type, and belongs to its manager.
 *
 * <p>Use these instead of {@code NDArray.mul(Number)}, {@code div}, {@code pow}, {@code minimum}
 * and {@code maximum}. On PyTorch DJL makes those an array out of memory of Java, which it lets go
 * at once, while PyTorch's graph still reads it on the way back: a garbage collection in between
 * gives NaN, or silently a wrong gradient. Adding and subtracting a number is safe, and so is any
 * number beside arrays that no gradient reaches, such as masks.
 */
public final class Scalars {

  private Scalars() {}

  /** Returns {@code x * number}. */
  public static NDArray mul(NDArray x, double number) {
    return owned(x) ? x.mul(number) : of(x, number, NDArray::mul);
  }

  /** Returns {@code x / number}. */
  public static NDArray div(NDArray x, double number) {
    return owned(x) ? x.div(number) : of(x, number, NDArray::div);
  }

  /** Returns {@code x} to the power of a number. */
  public static NDArray pow(NDArray x, double number) {
    return owned(x) ? x.pow(number) : of(x, number, NDArray::pow);
  }

  /** Returns the lesser of {@code x} and a number, element by element. */
  public static NDArray minimum(NDArray x, double number) {
    return owned(x) ? x.minimum(number) : of(x, number, NDArray::minimum);
  }

  /** Returns the greater of {@code x} and a number, element by element. */
  public static NDArray maximum(NDArray x, double number) {
    return owned(x) ? x.maximum(number) : of(x, number, NDArray::maximum);
  }

  /** Returns whether the engine keeps the number itself; here engines differ. */
  private static boolean owned(NDArray x) {
    return !Engines.isPyTorch(x.getManager().getEngine());
  }

  /** Beside an array of one axis: a number of no axis may change the data type of the result. */
  private static NDArray of(NDArray x, double number, BiFunction<NDArray, NDArray, NDArray> of) {
    NDArray other =
        HostArrays.create(x.getManager(), new double[] {number}, new Shape(1), x.getDataType());
    Shape shape = x.getShape();
    return shape.dimension() == 0
        ? of.apply(x.reshape(1), other).reshape(shape)
        : of.apply(x, other);
  }
}
