package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.training.GradientCollector;
import org.jspecify.annotations.Nullable;

/**
 * Records the passes of several threads at once: here alone engines differ in that. MXNet records a
 * thread at a time, so each thread has a collector of its own. PyTorch records in every thread that
 * did not load it, and DJL allows one collector in a process: the thread that deals out the shards
 * opens it, and all propagate back by it.
 */
final class Recorder implements AutoCloseable {

  private final Engine engine;
  private final @Nullable GradientCollector shared;

  /** A recorder, opened by the thread that deals out the shards and takes part itself. */
  Recorder(Engine engine) {
    this.engine = engine;
    this.shared = Engines.isPyTorch(engine) ? engine.newGradientCollector() : null;
  }

  /** A recording of one thread. */
  record Recording(GradientCollector collector, boolean own) implements AutoCloseable {
    @Override
    public void close() {
      if (own) {
        collector.close();
      }
    }
  }

  /** Begins to record the calling thread. */
  Recording start() {
    return shared == null
        ? new Recording(engine.newGradientCollector(), true)
        : new Recording(shared, false);
  }

  @Override
  public void close() {
    if (shared != null) {
      shared.close();
    }
  }
}
