package org.braidml.runner.train;

import java.util.SplittableRandom;

/** Derives the seed of a step from the seed of the run, so that a resumed run goes on exactly. */
final class StepSeed {

  private StepSeed() {}

  /** Returns a seed for a step; steps count from 0. */
  static long of(long seed, long step) {
    return new SplittableRandom(seed ^ (step + 1) * 0x9E3779B97F4A7C15L).nextLong();
  }
}
