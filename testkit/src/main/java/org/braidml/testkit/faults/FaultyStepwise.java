package org.braidml.testkit.faults;

import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Masked;

/** Each step less the mean of its row, {@code (B, T, F) -> (B, T, F)}, declared stepwise. */
final class FaultyStepwise extends SequenceTransformBlock {

  private final SequenceSpec input;

  FaultyStepwise(SequenceSpec input) {
    this.input = input;
  }

  @Override
  public SequenceSpec output() {
    return input;
  }

  @Override
  public int mapLength(int length) {
    return length;
  }

  @Override
  public boolean stepwise() {
    return true;
  }

  @Override
  public Sequence forward(Pass pass, Sequence sequence) {
    return sequence.withValues(sequence.values().sub(Masked.mean(sequence).expandDims(1)));
  }
}
