package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.OptionalInt;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Linear;

/** Every second step, {@code (B, T, F) -> (B, T', F')}; lengths are cut to T', not halved. */
final class FaultyTransform extends SequenceTransformBlock {

  private static final int WIDTH = 4;

  private final SequenceSpec input;
  private final boolean declared;
  private final Linear linear;

  /**
   * A transform.
   *
   * @param declared whether {@code mapLength} tells what should be, or what is
   */
  FaultyTransform(SequenceSpec input, boolean declared) {
    this.input = input;
    this.declared = declared;
    linear = child("linear", new Linear(input.width(), WIDTH));
  }

  @Override
  public SequenceSpec output() {
    return new SequenceSpec(input.name(), WIDTH, 2 * input.timeStride(), OptionalInt.empty());
  }

  @Override
  public int mapLength(int length) {
    return declared ? (length + 1) / 2 : length;
  }

  @Override
  public Sequence forward(Pass pass, Sequence sequence) {
    int time = (sequence.lengths().time() + 1) / 2;
    NDArray values = linear.forward(pass, sequence.values().get(new NDIndex(":, ::2, :")));
    int[] cut =
        Arrays.stream(sequence.lengths().toArray()).map(length -> Math.min(length, time)).toArray();
    return Sequence.of(values, Lengths.of(cut, time));
  }
}
