package org.braidml.api;

import java.util.OptionalInt;

/**
 * What a block knows of a sequence {@code (B, T, F)} before any array exists.
 *
 * @param name the field that it comes from, for messages
 * @param width {@code F}, at least 1
 * @param timeStride how many steps of the field one step stands for, at least 1
 * @param fixedLength the length of every example, where it is the same for all
 * @param everyStep whether each step of the field still has a step of its own; a stride above 1, or
 *     a window without padding, leaves fewer
 * @param causal whether a step tells of no later step of the field
 */
public record SequenceSpec(
    String name,
    int width,
    int timeStride,
    OptionalInt fixedLength,
    boolean everyStep,
    boolean causal) {

  public SequenceSpec {
    if (width < 1 || timeStride < 1) {
      throw new IllegalArgumentException("width and time stride are at least 1");
    }
    if (everyStep && timeStride > 1) {
      throw new IllegalArgumentException("a time stride above 1 leaves no step for each");
    }
  }

  /** A causal sequence. */
  public SequenceSpec(
      String name, int width, int timeStride, OptionalInt fixedLength, boolean everyStep) {
    this(name, width, timeStride, fixedLength, everyStep, true);
  }

  /** A causal sequence that has every step, unless its stride is above 1. */
  public SequenceSpec(String name, int width, int timeStride, OptionalInt fixedLength) {
    this(name, width, timeStride, fixedLength, timeStride == 1);
  }

  /** A sequence of a width, stride 1 and any length. */
  public static SequenceSpec of(String name, int width) {
    return new SequenceSpec(name, width, 1, OptionalInt.empty());
  }

  /** The same sequence with another width. */
  public SequenceSpec withWidth(int newWidth) {
    return new SequenceSpec(name, newWidth, timeStride, fixedLength, everyStep, causal);
  }

  /** The same sequence, a step of which may tell of later ones unless this is causal. */
  public SequenceSpec causalIf(boolean stays) {
    return new SequenceSpec(name, width, timeStride, fixedLength, everyStep, causal && stays);
  }
}
