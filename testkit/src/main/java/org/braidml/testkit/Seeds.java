package org.braidml.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.opentest4j.TestAbortedException;

/** The one seed of a test run, and how a failure tells it. */
final class Seeds {

  private static final String PROPERTY = "braid.testkit.seed";
  private static final long SEED = read(System.getProperty(PROPERTY, "1"));

  private Seeds() {}

  /** Returns the seed of this process. */
  static long seed() {
    return SEED;
  }

  /** A stream that depends on the seed and on what it is for. */
  static RandomGenerator stream(long seed, String purpose) {
    return new SplittableRandom(mix(seed * 31 + purpose.hashCode()));
  }

  /** A number in [-1, 1) that depends on all of the given ones. */
  static double uniform(long seed, long... place) {
    long state = mix(seed);
    for (long coordinate : place) {
      state = mix(state ^ (coordinate + 0x9E3779B97F4A7C15L));
    }
    return (state >> 10) * 0x1.0p-53;
  }

  /** Runs a check; a failure tells the engine, the seed and how to run it again. */
  static void explained(String engine, Runnable check) {
    try {
      check.run();
    } catch (AssertionError | RuntimeException failure) {
      if (failure instanceof TestAbortedException) {
        throw failure;
      }
      String what = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
      throw new AssertionError(
          what + "\n  on " + engine + ", seed " + SEED + "; again: -D" + PROPERTY + "=" + SEED,
          failure);
    }
  }

  private static long read(String value) {
    return value.equals("random") ? System.nanoTime() & 0xFFFFFF : Long.parseLong(value);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
