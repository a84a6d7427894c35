package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import java.util.function.BiFunction;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.TypedBlock;

/** A transform of each step by itself, {@code (B, T, F) -> (B, T, F')}; lengths stay. */
final class StepwiseBlock extends SequenceTransformBlock {

  private final SequenceSpec output;
  private final BiFunction<Pass, NDArray, NDArray> map;

  /** A map without parameters. */
  StepwiseBlock(SequenceSpec output, BiFunction<Pass, NDArray, NDArray> map) {
    this.output = output;
    this.map = map;
  }

  /** A map whose parameters are those of one block. */
  StepwiseBlock(
      SequenceSpec output,
      String name,
      TypedBlock parameters,
      BiFunction<Pass, NDArray, NDArray> map) {
    this(output, map);
    child(name, parameters);
  }

  @Override
  public SequenceSpec output() {
    return output;
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
  public Sequence forward(Pass pass, Sequence input) {
    return input.withValues(map.apply(pass, input.values()));
  }
}
