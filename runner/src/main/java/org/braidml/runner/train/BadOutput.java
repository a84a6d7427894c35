package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.braidml.api.graph.Batch;
import org.jspecify.annotations.Nullable;

/** Listens to what boxes show, and remembers the first output that is not finite. */
final class BadOutput implements BiConsumer<String, NDArray> {

  private static final int SHOWN = 8;

  private final Batch batch;
  private @Nullable String path;
  private int[] rows = {};

  BadOutput(Batch batch) {
    this.batch = batch;
  }

  @Override
  public void accept(String name, NDArray output) {
    if (path == null && output.getDataType().isFloating()) {
      float[] numbers = output.toFloatArray();
      if (!finite(numbers)) {
        path = name;
        rows = rows(numbers);
      }
    }
  }

  /** The rows at fault, where the first axis is that of the examples. */
  private int[] rows(float[] numbers) {
    int width = numbers.length / batch.size();
    if (width * batch.size() != numbers.length) {
      return batch.rows();
    }
    return IntStream.range(0, batch.size())
        .filter(i -> !finite(Arrays.copyOfRange(numbers, i * width, (i + 1) * width)))
        .map(i -> batch.rows()[i])
        .toArray();
  }

  boolean found() {
    return path != null;
  }

  /** Returns what was found, in two lines. */
  String told() {
    if (path == null) {
      return "every box is finite; the loss itself is not: scores or targets are too large\n"
          + rows(batch.rows(), "");
    }
    boolean some = rows.length < batch.size();
    return "the first box that is not finite: "
        + path
        + '\n'
        + rows(rows, some ? " that are at fault, " + rows.length + " of " + batch.size() : "");
  }

  /** Returns the rows of a batch in a line. */
  static String rows(int[] rows) {
    return rows(rows, "");
  }

  private static String rows(int[] rows, String which) {
    String shown = Arrays.toString(Arrays.copyOf(rows, Math.min(SHOWN, rows.length)));
    String more = rows.length > SHOWN ? " and more" : "";
    return "rows of the batch" + which + ", from 0: " + shown + more;
  }

  static boolean finite(NDArray array) {
    return !array.getDataType().isFloating() || finite(array.toFloatArray());
  }

  private static boolean finite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
