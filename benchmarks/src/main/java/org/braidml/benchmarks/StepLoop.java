package org.braidml.benchmarks;

/** A training loop that takes one step at a time, over and over the same batches. */
interface StepLoop extends AutoCloseable {

  /** Takes the next step and returns the loss of its batch. */
  double step();

  @Override
  void close();
}
