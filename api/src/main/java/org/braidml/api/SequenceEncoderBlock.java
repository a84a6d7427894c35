package org.braidml.api;

/**
 * {@code (B, T, F)} and lengths {@code ->} states {@code (B, T', H)}, encoding {@code (B, E)},
 * final state.
 *
 * <p>Finite values in padded positions change nothing; an empty row has the zero encoding. Not
 * thread-safe; arrays made during the pass belong to the manager of its inputs.
 */
public abstract class SequenceEncoderBlock extends TypedBlock {

  /** For subclasses. */
  protected SequenceEncoderBlock() {}

  /** Returns what the states will be. */
  public abstract StatesSpec states();

  /** Returns {@code E}, the width of the encoding. */
  public abstract int encodingWidth();

  /**
   * Encodes a batch.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param input {@code (B, T, F)} of the specification that the block was built with
   * @param condition what to start from; {@link Condition#NONE} for nothing
   */
  public abstract Encoded forward(Pass pass, Sequence input, Condition condition);
}
