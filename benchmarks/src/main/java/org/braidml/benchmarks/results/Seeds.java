package org.braidml.benchmarks.results;

import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.study.stats.PairedT;

/** One number a seed, of at least two seeds. */
record Seeds(List<Double> values) {

  /** Returns their mean, deviation and t interval. */
  PairedT t() {
    return PairedT.paired(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns these values less others, seed by seed. */
  Seeds minus(Seeds others) {
    return new Seeds(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) - others.values.get(i))
            .toList());
  }
}
