package org.braidml.benchmarks.results;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Mean, deviation and the t interval of one number a seed. */
record Seeds(List<Double> values) {

  double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Returns the sample's standard deviation, of at least two values. */
  double deviation() {
    double mean = mean();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  /** Returns how far the 95 % t interval of the mean reaches to either side. */
  double margin() {
    double quantile = TDistribution.of(values.size() - 1).inverseCumulativeProbability(0.975);
    return quantile * deviation() / Math.sqrt(values.size());
  }

  /** Returns these values less others, seed by seed. */
  Seeds minus(Seeds others) {
    return new Seeds(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) - others.values.get(i))
            .toList());
  }
}
