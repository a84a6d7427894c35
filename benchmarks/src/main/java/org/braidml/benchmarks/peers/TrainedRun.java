package org.braidml.benchmarks.peers;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One training, in a process of its own.
 *
 * @param epochs in order
 * @param seconds of the whole process
 * @param peakMegabytes the most resident memory it had
 */
record TrainedRun(List<Epoch> epochs, double seconds, double peakMegabytes) {

  /**
   * One epoch.
   *
   * @param seconds of its steps, without validation
   * @param examples that it trained
   * @param metric on the validation rows after it
   */
  record Epoch(double seconds, int examples, double metric) {}

  /** Returns examples a second after the first epoch, in which Java still compiles. */
  double speed() {
    List<Epoch> steady = epochs.size() > 1 ? epochs.subList(1, epochs.size()) : epochs;
    double seconds = steady.stream().mapToDouble(Epoch::seconds).sum();
    return steady.stream().mapToInt(Epoch::examples).sum() / seconds;
  }

  /** Returns the best value of the metric. */
  double best(Workload workload) {
    return epochs.stream().mapToDouble(Epoch::metric).reduce(workload::better).orElseThrow();
  }

  /** Returns the seconds of training until an epoch ended that reached a value. */
  OptionalDouble secondsTo(Workload workload, double wanted) {
    double sum = 0;
    for (Epoch epoch : epochs) {
      sum += epoch.seconds();
      if (workload.reaches(epoch.metric(), wanted)) {
        return OptionalDouble.of(sum);
      }
    }
    return OptionalDouble.empty();
  }
}
