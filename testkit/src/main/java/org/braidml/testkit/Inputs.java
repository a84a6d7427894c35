package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Lengths;
import org.braidml.api.Sequence;

/**
 * A batch on an engine.
 *
 * @param host where it came from
 * @param lengths of the rows
 * @param arrays one a port
 */
record Inputs(HostBatch host, Lengths lengths, List<NDArray> arrays) {

  NDArray array(int port) {
    return arrays.get(port);
  }

  Sequence sequence(int port) {
    return Sequence.of(arrays.get(port), lengths);
  }
}
