package org.braidml.runner.init;

/**
 * How an experiment is trained.
 *
 * @param batchSize how many rows a step reads
 * @param epochs the most epochs
 * @param patience after how many epochs that are no better training stops
 */
record Pace(int batchSize, int epochs, int patience) {

  /** Fewer rows than this make too few steps an epoch. */
  private static final int FEW = 1000;

  /** What suits some thousand rows and more. */
  static Pace usual() {
    return new Pace(64, 10, 3);
  }

  /** What suits a number of training rows: the fewer there are, the more often each is read. */
  static Pace of(int rows) {
    return rows < FEW ? new Pace(16, 60, 20) : usual();
  }
}
