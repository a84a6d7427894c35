package org.braidml.benchmarks.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A model and its data, which every side trains.
 *
 * @param id as W1
 * @param title what the table calls it
 * @param metric on validation rows, by the name that reports give it
 * @param higher whether more of it is better
 * @param bare whether a bare DJL loop can train it, too: not where masks are needed
 * @param shards whether Braid with shards is a side of its own, beside Braid without; elsewhere
 *     they are one more use of the cores to try
 */
record Workload(
    String id, String title, String metric, boolean higher, boolean bare, boolean shards) {

  static final List<Workload> ALL =
      List.of(
          new Workload("W1", "reviews, BiLSTM 64 + attention", "roc-auc", true, false, false),
          new Workload("W2", "made 48 x 74 series, LSTM 128", "roc-auc", true, true, true),
          new Workload("W3", "bike 168 hours, LSTM 64", "rmse", false, true, true),
          new Workload("W4", "Japanese vowels, LSTM 128", "accuracy", true, true, false),
          new Workload("W5", "made text, 200,000 words, LSTM 128", "roc-auc", true, false, false),
          new Workload(
              "W5-2000", "made text, 2,000 words, LSTM 128", "roc-auc", true, false, false),
          new Workload("W6", "tiny Shakespeare, LSTM 256", "loss", false, true, true));

  /** Returns its experiment file. */
  Path file() {
    return Path.of("benchmarks/peers", id.toLowerCase(Locale.ROOT) + ".conf");
  }

  /** Returns the better of two values of the metric. */
  double better(double one, double other) {
    return higher ? Math.max(one, other) : Math.min(one, other);
  }

  /** Returns the worse of two values of the metric. */
  double worse(double one, double other) {
    return higher ? Math.min(one, other) : Math.max(one, other);
  }

  /** Returns whether a value is at least as good as another. */
  boolean reaches(double value, double wanted) {
    return higher ? value >= wanted : value <= wanted;
  }
}
