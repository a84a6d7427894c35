package org.braidml.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/** All rows, in the order of the page. */
final class Rows {

  private Rows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    Workload.ALL.forEach(workload -> rows.add(new TrainRow(workload)));
    rows.addAll(List.of(new PredictionRow(), new StudyRow(), new StartRow()));
    return rows;
  }
}
