package org.braidml.testkit;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a check works on.
 *
 * @param engine its name
 * @param seed of all data
 * @param capabilities what the block declares
 * @param subjects a new block each time
 */
record Trial(String engine, long seed, Capabilities capabilities, Supplier<Subject> subjects) {

  /** The same with other data and other parameters. */
  Trial seeded(long newSeed) {
    return new Trial(engine, newSeed, capabilities, subjects);
  }

  /** A new block on the engine of this trial, with the parameters of its seed. */
  Probe probe(DataType type) {
    return new Probe(engine, subjects.get(), type, seed);
  }

  Probe probe() {
    return probe(DataType.FLOAT32);
  }

  /** The standard batch: rows of full, part, one and no steps. */
  HostBatch batch(Subject subject) {
    return draw(subject.ports(), capabilities.lengths());
  }

  /** A batch whose rows all have several steps. */
  HostBatch longBatch(Subject subject) {
    return draw(subject.ports(), capabilities.longLengths());
  }

  private HostBatch draw(List<Port> ports, int[] lengths) {
    return HostBatch.draw(ports, capabilities.time(), lengths, Seeds.stream(seed, "batch"));
  }
}
