package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.HeadReport;
import org.jspecify.annotations.Nullable;

/** Each label of a target of labels by itself. */
final class LabelTable {

  private LabelTable() {}

  static Table of(HeadReport head) {
    Table.Builder table =
        Table.of("Each label").text("Label").numbers("Average precision", "F1", "Test rows");
    List<String> labels = head.target().labels();
    for (int label = 0; label < labels.size(); label++) {
      Scores own = head.scores().ofLabel(label);
      table.row(
          labels.get(label),
          Numbers.exact(Metrics.PR_AUC.of(own)),
          Numbers.exact(Metrics.F1.of(own)),
          Numbers.count(present(own)));
    }
    return table.build();
  }

  static List<Map<String, @Nullable Object>> json(HeadReport head) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    List<String> labels = head.target().labels();
    for (int label = 0; label < labels.size(); label++) {
      Scores own = head.scores().ofLabel(label);
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("label", labels.get(label));
      json.put("rows", present(own));
      json.put("pr-auc", Metrics.PR_AUC.of(own));
      json.put("f1", Metrics.F1.of(own));
      all.add(json);
    }
    return all;
  }

  private static long present(Scores own) {
    long present = 0;
    for (float target : own.targets()) {
      present += target > 0 ? 1 : 0;
    }
    return present;
  }
}
