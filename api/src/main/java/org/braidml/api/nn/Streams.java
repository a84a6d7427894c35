package org.braidml.api.nn;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random streams on the host that depend on a seed and a name only. */
final class Streams {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Streams() {}

  /** The stream of a name: {@link SplittableRandom} over {@link #hash}. */
  static RandomGenerator of(long seed, String name) {
    return new SplittableRandom(hash(seed, name));
  }

  /**
   * FNV-1a (64 bit) over the UTF-8 bytes of the name, from an offset that the mixed seed has been
   * added to, then mixed again. The mix is the finalizer of MurmurHash3 (variant 13 of D.
   * Stafford). Fixed for ever: saved experiments repeat by it.
   */
  static long hash(long seed, String name) {
    long hash = FNV_OFFSET + mix(seed);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /** Mixes the bits of a seed. */
  static long mix(long seed) {
    long z = seed;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * A standard normal number by G. Box and M. Muller, 1958, with {@link StrictMath}: the JDK does
   * not promise the algorithm of its own, nor the last bit of {@link Math}.
   */
  static double gaussian(RandomGenerator random) {
    double u = 1 - random.nextDouble();
    double v = random.nextDouble();
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * v);
  }
}
