package org.braidml.encoder.lstm;

import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;

/** Pooling over windows of time, {@code (B, T, F) -> (B, T', F)}, without parameters. */
final class TimePoolBlock extends SequenceTransformBlock {

  private final SequenceSpec output;
  private final TimePool pool;

  TimePoolBlock(SequenceSpec input, TimePool pool) {
    this.output = pool.output(input);
    this.pool = pool;
  }

  @Override
  public SequenceSpec output() {
    return output;
  }

  @Override
  public int mapLength(int length) {
    return pool.mapLength(length);
  }

  @Override
  public Sequence forward(Pass pass, Sequence input) {
    return pool.forward(input);
  }
}
