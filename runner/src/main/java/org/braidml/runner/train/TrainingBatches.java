package org.braidml.runner.train;

import java.util.Iterator;
import org.braidml.api.graph.Batch;

/** Where training takes its batches from. */
public interface TrainingBatches {

  /** Returns how many training examples an epoch has. */
  long examples();

  /** Returns the batches of an epoch, from 1: a function of seed and epoch alone. */
  BatchIterator epoch(int epoch);

  /** Returns the validation rows, in any order. */
  BatchIterator validation();

  /** Returns whether there are validation rows. */
  boolean hasValidation();

  /** Batches that another thread assembles ahead; closing stops it. */
  interface BatchIterator extends Iterator<Batch>, AutoCloseable {
    @Override
    void close();
  }
}
