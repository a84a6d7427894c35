package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.jspecify.annotations.Nullable;

/**
 * A block under contract, seen as a function, so that one set of checks serves every SPI.
 *
 * @param block fresh, without arrays
 * @param ports what it reads
 * @param forward calls it
 * @param loss the block's own, or null: then a fixed linear read-out
 */
record Subject(TypedBlock block, List<Port> ports, Forward forward, @Nullable ToLoss loss) {

  /** Calls a block. */
  interface Forward {
    List<Output> run(Pass pass, Inputs inputs);
  }

  /** Makes a scalar of results. */
  interface ToLoss {
    NDArray of(List<Output> outputs, Inputs inputs);
  }

  /** A block without a loss of its own. */
  Subject(TypedBlock block, List<Port> ports, Forward forward) {
    this(block, ports, forward, null);
  }

  /** Returns the rank of a port among the ports. */
  int port(String name) {
    return ports.stream().map(Port::name).toList().indexOf(name);
  }
}
