package org.braidml.benchmarks.results;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What others reach on a data set, for orientation.
 *
 * @param set the data set, as {@link Subject#set} calls it
 * @param metric the metric of both numbers
 * @param linear what a linear model reaches on simple summaries of each row
 * @param published what models of its kind reach by publications, whose protocols differ
 */
record Reference(String set, String metric, String linear, String published) {

  private static final String HEADER =
      """
      | data | metric | linear model | published |
      |---|---|---|---|
      """;

  private static final List<Reference> ALL =
      List.of(
          new Reference("reviews", "roc-auc", "0.953", "(F1 of a BiLSTM: 0.88)"),
          new Reference("vowels", "accuracy", "0.986", "0.95 to 1.00"),
          new Reference("trec", "accuracy", "0.894", "convolution, vectors from random: 0.882"),
          new Reference(
              "sst2", "accuracy", "0.818", "convolution, from random, on phrases too: 0.835"),
          new Reference("mr", "accuracy", "0.782", "convolution, vectors from random: 0.759"),
          new Reference("surnames", "accuracy", "0.857 (with duplicates)", ""),
          new Reference("gunpoint", "accuracy", "0.767; nearest neighbour 0.913", "0.95 to 1.00"),
          new Reference("motions", "accuracy", "0.950", "1.00"),
          new Reference("power", "accuracy", "0.937", "0.96"),
          new Reference("bike", "rmse", "51.1", "small LSTM: 46 to 49; of counts alone 51 to 55"),
          new Reference("icu", "roc-auc", "0.865", "GRU-D: 0.842 to 0.863"),
          new Reference("turbofan", "rmse", "13.95", "LSTM: 14.9 to 16.1; BiLSTM: 13.65"));

  /** Returns all of them as a table. */
  static String table() {
    return ALL.stream().map(Reference::row).collect(Collectors.joining("\n", HEADER, ""));
  }

  private String row() {
    return "| %s | %s | %s | %s |".formatted(set, metric, linear, published);
  }
}
