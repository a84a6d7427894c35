package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.runner.run.Csv;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.run.TrialResult;

/** Every trial as CSV: one line a trial that has ended, every metric a column. */
final class ResultsCsv {

  private static final String VALIDATION = "validation.";
  private static final String TEST = "test.";

  private ResultsCsv() {}

  static String of(StudyReport report) {
    Set<String> metrics = new TreeSet<>();
    for (Row row : report.rows()) {
      for (TrialResult trial : row.trials()) {
        trial.validation().keySet().forEach(name -> metrics.add(VALIDATION + name));
        trial.test().keySet().forEach(name -> metrics.add(TEST + name));
      }
    }
    List<String> header = new ArrayList<>(List.of("variant"));
    report.plan().axes().forEach(axis -> header.add("axis." + axis));
    header.addAll(List.of("reference", "seed"));
    if (report.plan().folds() > 0) {
      header.addAll(List.of("repetition", "fold"));
    }
    header.addAll(List.of("state", "reason"));
    header.addAll(metrics);
    header.addAll(
        List.of(
            "best-epoch",
            "epochs",
            "parameters",
            "seconds-an-epoch",
            "seconds",
            "megabytes",
            "attempt"));
    StringBuilder csv = new StringBuilder();
    line(csv, header);
    for (Row row : inOrder(report)) {
      for (TrialResult trial : row.trials()) {
        line(csv, cells(report, row, trial, metrics));
      }
    }
    return csv.toString();
  }

  /** In the order of the plan, which does not depend on results. */
  private static List<Row> inOrder(StudyReport report) {
    return report.plan().variants().stream()
        .flatMap(v -> report.rows().stream().filter(row -> row.variant().name().equals(v.name())))
        .toList();
  }

  private static List<String> cells(
      StudyReport report, Row row, TrialResult trial, Set<String> metrics) {
    List<String> cells = new ArrayList<>(List.of(trial.variant()));
    report.plan().axes().forEach(axis -> cells.add(row.variant().labels().getOrDefault(axis, "")));
    cells.add(Boolean.toString(row.variant().reference()));
    cells.add(Long.toString(trial.seed()));
    if (report.plan().folds() > 0) {
      cells.add(Integer.toString(report.plan().repetition(trial.seed()) + 1));
      cells.add(Integer.toString(report.plan().fold(trial.seed())));
    }
    cells.add(Numbers.word(trial));
    cells.add(trial.reason());
    for (String metric : metrics) {
      boolean test = metric.startsWith(TEST);
      Map<String, Double> measured = test ? trial.test() : trial.validation();
      Double value = measured.get(metric.substring(test ? TEST.length() : VALIDATION.length()));
      cells.add(value == null ? "" : Double.toString(value));
    }
    if (trial.done()) {
      cells.add(Integer.toString(trial.bestEpoch()));
      cells.add(Integer.toString(trial.epochs()));
      cells.add(Long.toString(trial.parameters()));
      cells.add(String.format(Locale.ROOT, "%.3f", trial.secondsAnEpoch()));
      cells.add(String.format(Locale.ROOT, "%.3f", trial.seconds()));
      cells.add(trial.megabytes() == 0 ? "" : Long.toString(trial.megabytes()));
    } else {
      cells.addAll(List.of("", "", "", "", "", ""));
    }
    cells.add(Integer.toString(trial.attempt()));
    return cells;
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(String.join(",", cells.stream().map(Csv::quoted).toList())).append('\n');
  }
}
