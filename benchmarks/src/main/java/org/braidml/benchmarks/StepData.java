package org.braidml.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;

/** Batches of random numbers and classes in host memory, the same in every process. */
final class StepData {

  static final String FIELD = "series";
  static final String TARGET = "class";

  private static final int BATCHES = 4;

  private StepData() {}

  /** Returns the arrays that the bare loop makes of these batches. */
  static BareArrays arrays(StepShape shape) {
    return new BareArrays(FIELD, "", target(shape));
  }

  /** Returns what is to be learnt. */
  static TargetSpec target(StepShape shape) {
    List<String> classes = IntStream.range(0, shape.classes()).mapToObj(c -> "c" + c).toList();
    return new TargetSpec(TARGET, TargetSpec.Kind.MULTICLASS, classes);
  }

  /** Batches whose rows all have T steps. */
  static List<Batch> full(StepShape shape) {
    return batches(shape, true);
  }

  /** Batches of the same T, whose rows have from T / 2 to T steps. */
  static List<Batch> differing(StepShape shape) {
    return batches(shape, false);
  }

  private static List<Batch> batches(StepShape shape, boolean full) {
    SplittableRandom random = new SplittableRandom(1);
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      batches.add(batch(shape, full, random));
    }
    return batches;
  }

  private static Batch batch(StepShape shape, boolean full, SplittableRandom random) {
    int[] lengths = new int[shape.batch()];
    Arrays.setAll(
        lengths, row -> full ? shape.time() : random.nextInt(shape.time() / 2, shape.time() + 1));
    lengths[0] = shape.time();
    float[] values = new float[shape.batch() * shape.time() * shape.width()];
    float[] classes = new float[shape.batch()];
    for (int row = 0; row < shape.batch(); row++) {
      classes[row] = random.nextInt(shape.classes());
      int from = row * shape.time() * shape.width();
      for (int i = 0; i < lengths[row] * shape.width(); i++) {
        values[from + i] = (float) random.nextDouble(-1, 1);
      }
    }
    return new Batch(
        shape.batch(),
        IntStream.range(0, shape.batch()).toArray(),
        Map.of(FIELD, new FieldData.Values(values, lengths, shape.time(), shape.width())),
        Map.of(TARGET, classes));
  }
}
