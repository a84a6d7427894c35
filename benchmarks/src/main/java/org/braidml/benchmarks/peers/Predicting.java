package org.braidml.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/**
 * One side's predictions, a number a round.
 *
 * @param side as "Braid, MXNet"
 * @param p50 of one call, in milliseconds
 * @param p99 of one call, in milliseconds
 * @param seconds of a process that predicts for the file
 * @param megabytes the most resident memory of that process
 */
record Predicting(
    String side, List<Double> p50, List<Double> p99, List<Double> seconds, List<Double> megabytes) {

  static Predicting of(String side) {
    return new Predicting(
        side, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
