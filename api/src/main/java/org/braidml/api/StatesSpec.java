package org.braidml.api;

import java.util.OptionalInt;

/**
 * What is known of an encoder's states {@code (B, T, H)} before any array exists.
 *
 * @param name the encoder, for messages
 * @param width {@code H}, at least 1
 * @param timeStride how many steps of the field one state stands for, at least 1
 * @param fixedLength the number of states of every example, where it is the same for all
 * @param queryWidth the width of the query that a pooling gets (the encoder's final state), or
 *     empty
 * @param everyStep whether each step of the field has a state of its own; a stride above 1, or a
 *     window without padding, leaves fewer
 * @param causal whether a state tells of no later step of the field: not if a recurrence reads
 *     backwards, or a window reaches beyond its step
 */
public record StatesSpec(
    String name,
    int width,
    int timeStride,
    OptionalInt fixedLength,
    OptionalInt queryWidth,
    boolean everyStep,
    boolean causal)
    implements HeadInputSpec {

  public StatesSpec {
    if (width < 1 || timeStride < 1) {
      throw new IllegalArgumentException("width and time stride are at least 1");
    }
    if (everyStep && timeStride > 1) {
      throw new IllegalArgumentException("a time stride above 1 leaves no state for each step");
    }
  }

  /** Causal states of which every step has one, unless their stride is above 1. */
  public StatesSpec(
      String name, int width, int timeStride, OptionalInt fixedLength, OptionalInt queryWidth) {
    this(name, width, timeStride, fixedLength, queryWidth, timeStride == 1, true);
  }

  /** States of a width as they follow from a sequence of one state a step, with no query. */
  public static StatesSpec of(SequenceSpec input, int width) {
    return new StatesSpec(
        input.name(),
        width,
        input.timeStride(),
        input.fixedLength(),
        OptionalInt.empty(),
        input.everyStep(),
        input.causal());
  }

  /** The same states, some steps having none. */
  public StatesSpec leavingOutSteps() {
    return new StatesSpec(name, width, timeStride, fixedLength, queryWidth, false, causal);
  }

  /** The same states, which tell of later steps unless this is true. */
  public StatesSpec causalIf(boolean stays) {
    return new StatesSpec(
        name, width, timeStride, fixedLength, queryWidth, everyStep, causal && stays);
  }

  /**
   * Requires that no state tells of later steps, for a head of what these hold.
   *
   * @param context of the head
   * @throws SpecException unless the states are {@link #causal}
   */
  public void requireCausal(BuildContext context) {
    if (!causal) {
      throw context.refuse(
          "the states of " + name + " tell of the tokens that are to be predicted",
          "read forwards only: bidirectional = false, padding = causal, no condition made of the"
              + " same field");
    }
  }

  /** The same states with a query of a width. */
  public StatesSpec withQuery(int newQueryWidth) {
    return new StatesSpec(
        name, width, timeStride, fixedLength, OptionalInt.of(newQueryWidth), everyStep, causal);
  }
}
