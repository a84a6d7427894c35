package org.braidml.benchmarks;

import java.util.List;

/**
 * Sizes of a model and its batches.
 *
 * @param batch B
 * @param time T
 * @param width F
 * @param hidden H
 * @param classes C
 * @param block how many steps one loop takes before the other has its turn
 */
record StepShape(int batch, int time, int width, int hidden, int classes, int block) {

  /** What is measured: small as the Japanese vowels, middling, large. */
  static final List<StepShape> ALL =
      List.of(
          new StepShape(16, 20, 12, 128, 9, 20),
          new StepShape(32, 50, 64, 128, 5, 10),
          new StepShape(64, 100, 128, 256, 5, 3));

  /** Returns the sizes of the bare model. */
  BareSizes bare() {
    return new BareSizes(0, 0, hidden, 0, false, classes);
  }

  @Override
  public String toString() {
    return "B" + batch + " T" + time + " F" + width + " H" + hidden;
  }
}
