package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;

/**
 * Convolution over time: {@code (B, T, F) -> (B, T', C)} with C filters, each row as if it stood
 * alone.
 *
 * <p>{@code y[t'] = b + sum over j < k of W[:, :, j] x[t' stride - left + j dilation]}, where x is
 * 0 before the first and after the last real step of its row, whatever stands in the padding. (This
 * is the cross-correlation that every deep learning library calls convolution.) Lengths are mapped
 * by {@link Window#outputLength}; T' is that of T, at least 1.
 *
 * <p>Parameters, in PyTorch's layout: {@code weight (C, F, k)}, {@link Init#xavierUniform} over
 * {@code F k} and {@code C k}; {@code bias (C)}, zeros. FLOAT32 or FLOAT64. The result belongs to
 * the manager of the input. Not thread-safe.
 */
public final class Conv1d extends TypedBlock {

  private final int inputWidth;
  private final Window window;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * A convolution.
   *
   * @param inputWidth {@code F}, at least 1
   * @param filters {@code C}, at least 1
   * @param window which steps a result reads
   */
  public Conv1d(int inputWidth, int filters, Window window) {
    Widths.requirePositive("input width", inputWidth);
    Widths.requirePositive("filters", filters);
    this.inputWidth = inputWidth;
    this.window = window;
    int kernel = window.kernel();
    Init init = Init.xavierUniform(inputWidth * kernel, filters * kernel);
    weight = parameter("weight", init, filters, inputWidth, kernel);
    bias = parameter("bias", Init.zeros(), filters);
  }

  /** What stands beyond the ends of a row. */
  public enum Padding {
    /**
     * Zeros on both sides, {@code dilation (kernel - 1)} together, an odd one on the right: a
     * result a step, or one every {@code stride} steps from the first on. At stride 1 it is
     * PyTorch's "same"; above, the windows lie as at stride 1, and not as a row's length would have
     * it.
     */
    SAME,
    /** Nothing: a window lies within its row. A row shorter than the window has length 0. */
    VALID,
    /** Zeros before the first step only: a result reads no later step. */
    CAUSAL
  }

  /**
   * Which steps of a row a result reads.
   *
   * @param kernel {@code k}, how many steps
   * @param stride from one window to the next, in steps
   * @param dilation from one step of a window to the next, in steps
   * @param padding what stands beyond the ends of a row
   */
  public record Window(int kernel, int stride, int dilation, Padding padding) {

    /** Checks that all are positive. */
    public Window {
      Widths.requirePositive("kernel", kernel);
      Widths.requirePositive("stride", stride);
      Widths.requirePositive("dilation", dilation);
    }

    /** Returns how many steps a window covers, gaps included. */
    public int span() {
      return dilation * (kernel - 1) + 1;
    }

    /** Returns whether a row keeps its length, whatever it is. */
    public boolean keepsSteps() {
      return stride == 1 && (padding != Padding.VALID || span() == 1);
    }

    /** Returns whether a result tells of no later step than its own. */
    public boolean readsNoLaterStep() {
      return padding == Padding.CAUSAL || span() == 1;
    }

    /** Returns how many zeros stand before the first step. */
    int left() {
      return switch (padding) {
        case SAME -> (span() - 1) / 2;
        case VALID -> 0;
        case CAUSAL -> span() - 1;
      };
    }

    /**
     * Returns the length of a row's result: {@code ceil(n / stride)}, or for {@link Padding#VALID}
     * {@code floor((n - span) / stride) + 1}, and 0 for rows shorter than the window.
     *
     * @param length {@code n}, 0 or more
     */
    public int outputLength(int length) {
      int last = padding == Padding.VALID ? length - span() : length - 1;
      return last < 0 ? 0 : last / stride + 1;
    }
  }

  /**
   * Convolves.
   *
   * @param pass where the parameters are read
   * @param input {@code (B, T, F)}
   * @return {@code (B, T', C)} with the lengths mapped
   * @throws IllegalArgumentException if the width or data type is not that of the parameters
   */
  public Sequence forward(Pass pass, Sequence input) {
    if (input.width() != inputWidth) {
      throw new IllegalArgumentException(
          "a convolution expects (B, T, " + inputWidth + "), given " + input.values().getShape());
    }
    NDArray w = pass.value(weight);
    Widths.requireType("a convolution", w, input.values());
    Lengths lengths = input.lengths().map(window::outputLength);
    NDArray x = framed(Masked.zero(input), lengths.time());
    NDArray b = pass.value(bias);
    boolean onPyTorch = Engines.isPyTorch(x.getManager().getEngine());
    return Sequence.of(onPyTorch ? fused(x, w, b) : byMatrix(x, w, b, lengths.time()), lengths);
  }

  private NDArray fused(NDArray x, NDArray w, NDArray b) {
    NDArray channels = x.transpose(0, 2, 1);
    return channels
        .getNDArrayInternal()
        .convolution(
            channels,
            w,
            b,
            new Shape(window.stride()),
            new Shape(0),
            new Shape(window.dilation()),
            1)
        .singletonOrThrow()
        .transpose(0, 2, 1);
  }

  /**
   * Lays the k steps of each window side by side, {@code (B T', k F)} times {@code (k F, C)}:
   * MXNet's own convolution of one axis takes four to five times as long.
   */
  private NDArray byMatrix(NDArray x, NDArray w, NDArray b, int results) {
    int kernel = window.kernel();
    int reach = (results - 1) * window.stride() + 1;
    NDList steps = new NDList();
    for (int j = 0; j < kernel; j++) {
      int from = j * window.dilation();
      steps.add(x.get(":, {}:{}:{}", from, from + reach, window.stride()));
    }
    long rows = x.getShape().get(0);
    long width = (long) kernel * inputWidth;
    NDArray windows = Beside.of(steps);
    // An expression that starts from the parameter would belong to the parameter's manager.
    NDArray own = x.getManager().zeros(w.getShape(), w.getDataType()).add(w);
    NDArray matrix = own.transpose(2, 1, 0).reshape(width, -1);
    return windows
        .reshape(rows * results, width)
        .matMul(matrix)
        .add(b)
        .reshape(rows, results, matrix.getShape().get(1));
  }

  /** Puts zeros around, so that there are exactly as many windows as results. */
  private NDArray framed(NDArray x, int results) {
    int time = (int) x.getShape().get(1);
    int right = (results - 1) * window.stride() + window.span() - window.left() - time;
    NDList parts = new NDList();
    addZeros(parts, x, window.left());
    parts.add(x);
    addZeros(parts, x, right);
    return parts.size() == 1 ? x : NDArrays.concat(parts, 1);
  }

  private static void addZeros(NDList parts, NDArray like, int steps) {
    if (steps > 0) {
      Shape shape = like.getShape();
      parts.add(
          like.getManager()
              .zeros(new Shape(shape.get(0), steps, shape.get(2)), like.getDataType()));
    }
  }
}
