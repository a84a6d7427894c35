package org.braidml.benchmarks.peers;

import java.io.IOException;

/** One row of the benchmark: measured by itself, kept as JSON, and shown on the page. */
interface Row {

  /** Returns its id, as W1. */
  String id();

  /** Measures it and returns a record that JSON can hold. */
  Object measure(Plan plan) throws IOException;
}
