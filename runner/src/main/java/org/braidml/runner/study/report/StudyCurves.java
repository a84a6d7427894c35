package org.braidml.runner.study.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.runner.run.Json;
import org.braidml.runner.run.MetricsFile;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.run.StudyDirectory;
import org.braidml.runner.study.run.TrialResult;

/** How the variants of a study learned, out of the files of their trials. */
final class StudyCurves {

  private StudyCurves() {}

  /**
   * Returns the mean of the metric on the validation rows over seeds, by variant, for each epoch
   * that all its seeds trained; variants without one are left out.
   */
  static Map<String, List<Double>> of(StudyDirectory directory, StudyReport report)
      throws IOException {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    for (Row row : report.rows()) {
      List<List<Double>> trials = new ArrayList<>();
      for (TrialResult trial : row.trials()) {
        if (trial.done()) {
          trials.add(trial(directory, report, row, trial));
        }
      }
      List<Double> mean = mean(trials);
      if (!mean.isEmpty()) {
        curves.put(row.variant().name(), mean);
      }
    }
    return curves;
  }

  private static List<Double> trial(
      StudyDirectory directory, StudyReport report, Row row, TrialResult trial) throws IOException {
    List<Double> epochs = new ArrayList<>();
    for (String line :
        MetricsFile.lines(
            directory.trial(row.variant(), trial.seed()).run(trial.attempt()).metrics())) {
      JsonNode value = Json.parse(line).path("validation").path(report.plan().metric());
      epochs.add(value.asDouble(Double.NaN));
    }
    return epochs;
  }

  private static List<Double> mean(List<List<Double>> trials) {
    int epochs = trials.stream().mapToInt(List::size).min().orElse(0);
    List<Double> mean = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      int at = epoch;
      mean.add(trials.stream().mapToDouble(t -> t.get(at)).average().orElse(Double.NaN));
    }
    return mean;
  }
}
