package org.braidml.runner.data;

/**
 * A stream of random numbers that is the same on every platform and in every release: SplitMix64
 * (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014). Used by
 * one thread.
 */
public final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /** A stream of its own for each sequence of keys, such as a seed and an epoch. */
  public static RandomStream of(long... keys) {
    long state = GOLDEN;
    for (long key : keys) {
      state = mixed(state ^ mixed(key + GOLDEN));
    }
    return new RandomStream(state);
  }

  /** Returns 64 random bits. */
  public long nextLong() {
    state += GOLDEN;
    return mixed(state);
  }

  /** Returns a number in {@code [0, 1)}. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Returns a whole number in {@code [0, bound)}. */
  public int nextInt(int bound) {
    return (int) (nextDouble() * bound);
  }

  /** Shuffles in place (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
