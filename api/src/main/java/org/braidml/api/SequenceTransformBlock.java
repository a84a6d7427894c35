package org.braidml.api;

/**
 * {@code (B, T, F)} and lengths {@code ->} {@code (B, T', F')} and lengths.
 *
 * <p>Finite values in padded positions change nothing in the real steps of the result.
 */
public abstract class SequenceTransformBlock extends TypedBlock {

  /** For subclasses. */
  protected SequenceTransformBlock() {}

  /** Returns what the result will be: width, time stride and fixed length. */
  public abstract SequenceSpec output();

  /**
   * Maps one length. The result of {@link #forward} has exactly these lengths.
   *
   * @param length of a row, 0 or more
   * @return the new length, 0 or more; 0 for 0
   */
  public abstract int mapLength(int length);

  /**
   * Transforms a batch.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param input of the specification that the block was built with
   */
  public abstract Sequence forward(Pass pass, Sequence input);
}
