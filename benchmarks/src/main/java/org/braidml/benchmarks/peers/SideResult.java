package org.braidml.benchmarks.peers;

import java.util.List;
import org.braidml.benchmarks.Quantiles;

/**
 * What one side reached in all rounds.
 *
 * @param side as "Braid, MXNet"
 * @param settings at which it was fastest
 * @param tried examples a second at other settings
 * @param runs a round each
 */
record SideResult(String side, String settings, List<String> tried, List<TrainedRun> runs) {

  double speed() {
    return Quantiles.median(runs.stream().map(TrainedRun::speed).toList());
  }

  double peakMegabytes() {
    return Quantiles.median(runs.stream().map(TrainedRun::peakMegabytes).toList());
  }

  /** Returns the median over rounds of the seconds of a process that are not of training. */
  double otherSeconds() {
    return Quantiles.median(
        runs.stream()
            .map(
                run ->
                    run.seconds()
                        - run.epochs().stream().mapToDouble(TrainedRun.Epoch::seconds).sum())
            .toList());
  }

  /** Returns the median over rounds; every run reaches what all runs reach. */
  double secondsTo(Workload workload, double wanted) {
    return Quantiles.median(
        runs.stream().map(run -> run.secondsTo(workload, wanted).orElse(Double.NaN)).toList());
  }

  /** Returns the worst of the best values that runs came to. */
  double reached(Workload workload) {
    return runs.stream()
        .mapToDouble(run -> run.best(workload))
        .reduce(workload::worse)
        .orElseThrow();
  }
}
