package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import org.braidml.api.TargetBatch;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;

/** The targets of a head out of a batch. */
final class Targets {

  private Targets() {}

  static TargetBatch of(HeadBox head, Batch batch, NDManager manager) {
    return TargetBatch.of(head.target(), manager, host(head, batch), batch.size());
  }

  static float[] host(HeadBox head, Batch batch) {
    float[] values = batch.targets().get(head.target().name());
    if (values == null) {
      throw new IllegalArgumentException("the batch lacks the target " + head.target().name());
    }
    return values;
  }
}
