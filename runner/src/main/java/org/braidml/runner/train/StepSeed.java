package org.braidml.runner.train;

import java.util.SplittableRandom;

/** Derives the seed of a step from the seed of the run, so that a resumed run goes on exactly. */
final class StepSeed {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private StepSeed() {}

  /** Returns a seed for a step; steps count from 0. */
  static long of(long seed, long step) {
    return new SplittableRandom(seed ^ (step + 1) * GOLDEN).nextLong();
  }

  /** Returns a seed for a part of a step; the first part has that of the step. */
  static long of(long seed, long step, int part) {
    long first = of(seed, step);
    return part == 0 ? first : of(first, part);
  }
}
