package org.braidml.benchmarks.peers;

/**
 * How a side uses the machine's cores.
 *
 * @param threads intra-op
 * @param shards parts of a batch, each on a thread of its own
 */
record Cores(int threads, int shards) {

  /** One thread for each half of a batch. */
  static final Cores TWO_SHARDS = new Cores(1, 2);

  /** Returns what the table says, as "2 threads" or "2 shards". */
  String words() {
    if (shards > 1) {
      return shards + " shards";
    }
    return threads == 1 ? "1 thread" : threads + " threads";
  }
}
