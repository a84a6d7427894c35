package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalInt;
import org.braidml.api.Lengths;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Masked;
import org.braidml.api.nn.Scalars;

/**
 * The greatest value or the mean over windows of time, {@code (B, T, F) -> (B, T', F)}, of the real
 * steps in each window only.
 *
 * <p>The last window of a row may reach beyond its end, so that every real step counts: PyTorch's
 * {@code ceil_mode = True} on each row alone.
 *
 * @param kind what is taken of a window
 * @param size how many steps a window covers
 * @param stride from one window to the next, in steps, at most the size
 */
record TimePool(TimePool.Kind kind, int size, int stride) {

  /** Far below every value of a FLOAT32, and finite when added to one. */
  private static final double FAR = 3e38;

  /** What is taken of a window. */
  enum Kind {
    MAX,
    MEAN
  }

  /** Refuses, where settings are bound, a stride that leaves steps between windows unread. */
  static void requireNoGaps(int size, int stride) {
    if (stride > size) {
      throw new IllegalArgumentException(
          "a stride of "
              + stride
              + " would skip steps between windows of "
              + size
              + ": use stride = "
              + size
              + " or a larger size");
    }
  }

  /** Returns the specification of the result. */
  SequenceSpec output(SequenceSpec input) {
    OptionalInt fixed = input.fixedLength();
    return new SequenceSpec(
        input.name(),
        input.width(),
        input.timeStride() * stride,
        fixed.isPresent() ? OptionalInt.of(mapLength(fixed.getAsInt())) : fixed,
        input.everyStep() && size == 1,
        input.causal() && size == 1);
  }

  /** Windows until one reaches the last step; 0 for no step. */
  int mapLength(int length) {
    return length == 0 ? 0 : Math.max(0, length - size + stride - 1) / stride + 1;
  }

  Sequence forward(Sequence input) {
    if (size == 1 && stride == 1) {
      return input;
    }
    Lengths lengths = input.lengths().map(this::mapLength);
    NDArray values = kind == Kind.MAX ? max(input, lengths) : mean(input, lengths);
    Sequence result = Sequence.of(values, lengths);
    return result.withValues(Masked.zero(result));
  }

  private NDArray max(Sequence input, Lengths to) {
    NDArray x = input.values();
    if (!input.lengths().full()) {
      NDArray mask = input.mask().expandDims(2);
      x = x.mul(mask).add(Scalars.mul(mask.sub(1f), FAR));
    }
    NDArray windows = extended(x, to, -FAR).transpose(0, 2, 1);
    return windows
        .getNDArrayInternal()
        .maxPool(new Shape(size), new Shape(stride), new Shape(0), false)
        .transpose(0, 2, 1);
  }

  /** The mean over all of a window, corrected for the steps in it that are not real. */
  private NDArray mean(Sequence input, Lengths to) {
    NDArray steps = extended(Masked.zero(input), to, 0);
    NDArray means = average(steps);
    if (input.lengths().full() && steps == input.values()) {
      return means;
    }
    NDArray share = average(extended(input.mask().expandDims(2), to, 0));
    return means.div(Scalars.maximum(share, 0.5 / size));
  }

  private NDArray average(NDArray x) {
    return x.transpose(0, 2, 1)
        .getNDArrayInternal()
        .avgPool(new Shape(size), new Shape(stride), new Shape(0), false, true)
        .transpose(0, 2, 1);
  }

  /** Puts steps behind the last, so that there are as many windows as results. */
  private NDArray extended(NDArray x, Lengths to, double value) {
    Shape shape = x.getShape();
    long more = (to.time() - 1L) * stride + size - shape.get(1);
    if (more <= 0) {
      return x;
    }
    NDArray behind =
        x.getManager()
            .full(new Shape(shape.get(0), more, shape.get(2)), (float) value, x.getDataType());
    return NDArrays.concat(new NDList(x, behind), 1);
  }
}
