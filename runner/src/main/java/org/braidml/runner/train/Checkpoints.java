package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Optional;

/** Where checkpoints are kept. */
public interface Checkpoints {

  /**
   * Reads the newest checkpoint that is whole.
   *
   * @param manager owns its arrays
   * @return empty if there is none: training begins
   */
  Optional<Checkpoint> newest(NDManager manager) throws IOException;

  /**
   * Writes a checkpoint. Older ones stay whole until it is.
   *
   * @throws IOException if it cannot be written
   */
  void write(Checkpoint checkpoint) throws IOException;
}
