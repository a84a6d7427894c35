package org.braidml.testkit;

/**
 * What a block under contract does or cannot do. Each entry is asserted: a block that declares that
 * it mixes examples must mix them, one that needs a fixed length must refuse any other.
 *
 * @param mixesExamples in training mode an example depends on the others of its batch (batch norm)
 * @param needsFixedLength the block is built only for sequences of one length (a flatten)
 * @param minimumTime the least padded length T that the block reads; less is refused with an {@link
 *     IllegalArgumentException}
 * @param biasesDropout the mean of training passes with dropout stays away from evaluation mode,
 *     since what dropout leaves is normalised afterwards
 */
public record Capabilities(
    boolean mixesExamples, boolean needsFixedLength, int minimumTime, boolean biasesDropout) {

  /** Checks the values. */
  public Capabilities {
    if (minimumTime < 1) {
      throw new IllegalArgumentException("T is at least 1");
    }
  }

  /** Nothing special: examples apart, any length of at least 1. */
  public static Capabilities standard() {
    return new Capabilities(false, false, 1, false);
  }

  /** The same, but in training mode examples of a batch depend on each other. */
  public Capabilities mixing() {
    return new Capabilities(true, needsFixedLength, minimumTime, biasesDropout);
  }

  /** The same, but only for sequences of one length. */
  public Capabilities fixedLength() {
    return new Capabilities(mixesExamples, true, minimumTime, biasesDropout);
  }

  /** The same, but only for T of at least so many steps. */
  public Capabilities minimumTime(int steps) {
    return new Capabilities(mixesExamples, needsFixedLength, steps, biasesDropout);
  }

  /** The same, but dropout acts before a normalisation: on average it does change the result. */
  public Capabilities biasedDropout() {
    return new Capabilities(mixesExamples, needsFixedLength, minimumTime, true);
  }

  /** Returns the T of the checks: small, but enough for several steps of a strided block. */
  int time() {
    return Math.max(6, minimumTime + 3);
  }

  /** Returns the lengths of the checks: full, part, one step and none where the block allows it. */
  int[] lengths() {
    int full = time();
    return needsFixedLength
        ? new int[] {full, full, full, full}
        : new int[] {full, Math.max(3, minimumTime), 1, 0};
  }

  /** Returns lengths of at least three steps, none of which leaves a row without a result. */
  int[] longLengths() {
    int full = time();
    int part = needsFixedLength ? full : Math.max(3, minimumTime);
    return new int[] {full, part, needsFixedLength ? full : full - 1, full};
  }
}
