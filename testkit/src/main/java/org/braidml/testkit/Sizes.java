package org.braidml.testkit;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.braidml.api.Lengths;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SpecException;

/** Invariant 3: random sizes, and what is declared against what there is. */
final class Sizes {

  static final int ROUNDS = 8;
  static final int WIDTH = 3;

  private Sizes() {}

  /** A sequence as the checks feed it. */
  static SequenceSpec spec(Capabilities capabilities, int width) {
    OptionalInt fixed =
        capabilities.needsFixedLength() ? OptionalInt.of(capabilities.time()) : OptionalInt.empty();
    return new SequenceSpec("checked", width, 1, fixed);
  }

  /** A batch of random B, T and lengths, of which 1 and 0 are frequent. */
  static HostBatch random(Capabilities capabilities, List<Port> ports, RandomGenerator random) {
    boolean fixed = capabilities.needsFixedLength();
    int time =
        fixed
            ? capabilities.time()
            : capabilities.minimumTime() + random.nextInt(capabilities.time());
    int[] lengths = new int[1 + random.nextInt(5)];
    for (int row = 0; row < lengths.length; row++) {
      int length = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(time + 1);
      lengths[row] = fixed ? time : length;
    }
    return HostBatch.draw(ports, time, lengths, random);
  }

  /** Builds a block of a width; empty if it refuses a width of 1, as a norm over it must. */
  static <T> Optional<T> ofWidth(int width, IntFunction<T> create) {
    try {
      return Optional.of(create.apply(width));
    } catch (SpecException refused) {
      if (width == 1) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  static void shape(String what, Reading reading, long... declared) {
    require(
        Arrays.equals(reading.shape(), declared),
        "%s has the shape %s, declared is %s: does the block return another width than it says, or"
            + " forget an axis?",
        what,
        new Shape(reading.shape()),
        new Shape(declared));
  }

  /** An empty row has the zero vector. */
  static void zeroForEmptyRows(Reading encoding, int[] lengths) {
    for (int row = 0; row < lengths.length; row++) {
      if (lengths[row] == 0 && Arrays.stream(encoding.row(row)).anyMatch(v -> v != 0)) {
        fail(
            "the %s of the empty row %d is %s, not zero: is it multiplied by Lengths.nonEmpty?",
            encoding.name(), row, Arrays.toString(encoding.row(row)));
      }
    }
  }

  /** A sequence whose mask says what its lengths say. */
  static void maskAgrees(String what, Sequence sequence) {
    Lengths lengths = sequence.lengths();
    double[] mask = HostArrays.read(sequence.mask());
    for (int i = 0; i < lengths.batch() * lengths.time(); i++) {
      int row = i / lengths.time();
      int step = i % lengths.time();
      require(
          i < mask.length && mask[i] == (step < lengths.get(row) ? 1 : 0),
          "the mask of the %s is not that of its lengths at step %d of row %d (length %d of T %d):"
              + " is it the mask of the input, where lengths were mapped? (Sequence.of makes it)",
          what,
          step,
          row,
          lengths.get(row),
          lengths.time());
    }
  }

  /** A declared incapacity: the block is refused before any parameter exists. */
  static void refused(String what, ThrowingCallable build) {
    Throwable thrown = catchThrowable(build);
    require(
        thrown instanceof SpecException,
        "%s is declared as impossible, so build must refuse it, but it %s: does it throw"
            + " context.refuse(what, remedy) before anything else?",
        what,
        thrown == null ? "built a block" : "threw " + thrown);
  }

  /** Fails with a message of its own where something does not hold. */
  static void require(boolean holds, String message, Object... arguments) {
    if (!holds) {
      fail(message, arguments);
    }
  }
}
