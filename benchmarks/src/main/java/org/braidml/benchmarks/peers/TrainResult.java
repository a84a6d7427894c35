package org.braidml.benchmarks.peers;

import java.util.List;

/**
 * The numbers of a workload.
 *
 * @param id of the workload
 * @param when it was measured
 * @param sides in the order of the table
 * @param bare Braid's step beside the bare loop's, by engine; empty if there is no bare loop
 */
record TrainResult(String id, String when, List<SideResult> sides, List<BareResult> bare) {

  /**
   * A step beside that of the bare loop.
   *
   * @param engine its name
   * @param threads intra-op
   * @param bareMilliseconds the median of the bare loop's steps
   * @param braidMilliseconds the median of Braid's steps
   * @param ratio the median of the ratios of neighbouring blocks
   * @param low their lower quartile
   * @param high their upper quartile
   * @param bareSpeed examples a second of the bare loop
   * @param bareMegabytes the most resident memory of a process that runs the bare loop only
   */
  record BareResult(
      String engine,
      int threads,
      double bareMilliseconds,
      double braidMilliseconds,
      double ratio,
      double low,
      double high,
      double bareSpeed,
      double bareMegabytes) {}

  /** Returns the value that every run of every side reached. */
  double target(Workload workload) {
    return sides.stream()
        .mapToDouble(side -> side.reached(workload))
        .reduce(workload::worse)
        .orElseThrow();
  }
}
