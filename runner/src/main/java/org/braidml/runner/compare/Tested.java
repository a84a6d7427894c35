package org.braidml.runner.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.runner.data.table.RecordScanner;
import org.braidml.runner.run.Json;
import org.braidml.runner.run.RunDirectory;

/**
 * What one head of a run said of its test rows, read back from the run directory.
 *
 * @param head its name
 * @param classes the labels of its classes; empty for a number
 * @param metrics what it is measured by
 * @param rows of the source, one a test example
 * @param scores predictions and truth, in the order of {@code rows}
 */
public record Tested(
    String head, List<String> classes, List<Metric> metrics, List<Integer> rows, Scores scores) {

  /**
   * Reads all heads of a run, in the order of its report.
   *
   * @throws ConfigurationException if that is no finished run with test rows
   */
  public static List<Tested> of(Path run) throws IOException {
    RunDirectory directory = new RunDirectory(run);
    if (!Files.isRegularFile(directory.reportJson())
        || !Files.isRegularFile(directory.predictions())) {
      throw new ConfigurationException(
          run.toString(),
          List.of(
              Problem.at(run.toString())
                  .what(
                      Files.isDirectory(run)
                          ? "report.json or predictions-test.csv is missing"
                          : "no such folder")
                  .remedy("give the directory of a finished run that has test rows")
                  .build()));
    }
    List<Tested> heads = new ArrayList<>();
    List<List<String>> records = records(directory.predictions());
    int column = 1;
    for (JsonNode head : Json.read(directory.reportJson()).path("heads")) {
      List<String> classes = new ArrayList<>();
      head.path("classes").forEach(label -> classes.add(label.asText()));
      List<Metric> metrics = new ArrayList<>();
      head.path("metrics")
          .fieldNames()
          .forEachRemaining(name -> Metrics.named(name).ifPresent(metrics::add));
      List<Integer> rows = records.stream().map(r -> Integer.valueOf(r.get(0))).toList();
      List<String> labels = new ArrayList<>();
      head.path("labels").forEach(label -> labels.add(label.path("label").asText()));
      if (!labels.isEmpty()) {
        Scores scores = ofLabels(records, column, labels);
        heads.add(new Tested(head.path("head").asText(), labels, metrics, rows, scores));
        column += labels.size() + 2;
        continue;
      }
      Scores scores = scores(records, column, classes);
      heads.add(new Tested(head.path("head").asText(), classes, metrics, rows, scores));
      column += classes.size() + 2;
    }
    return heads;
  }

  /** From a column on: the decided value, the probability of each class, the truth. */
  private static Scores scores(List<List<String>> records, int column, List<String> classes) {
    float[][] predictions = new float[records.size()][];
    float[] targets = new float[records.size()];
    for (int i = 0; i < targets.length; i++) {
      List<String> record = records.get(i);
      String truth = record.get(column + classes.size() + 1);
      if (classes.isEmpty()) {
        predictions[i] = new float[] {Float.parseFloat(record.get(column))};
        targets[i] = Float.parseFloat(truth);
      } else {
        predictions[i] = new float[classes.size()];
        for (int k = 0; k < classes.size(); k++) {
          predictions[i][k] = Float.parseFloat(record.get(column + 1 + k));
        }
        targets[i] = classes.indexOf(truth);
      }
    }
    return new Scores(predictions, targets);
  }

  /** From a column on: the decided labels, the probability of each, those of the truth. */
  private static Scores ofLabels(List<List<String>> records, int column, List<String> labels)
      throws IOException {
    int width = labels.size();
    float[][] predictions = new float[records.size() * width][];
    float[] targets = new float[predictions.length];
    for (int i = 0; i < records.size(); i++) {
      List<String> record = records.get(i);
      for (int k = 0; k < width; k++) {
        predictions[i * width + k] = new float[] {Float.parseFloat(record.get(column + 1 + k))};
      }
      for (JsonNode label : Json.parse(record.get(column + width + 1))) {
        targets[i * width + labels.indexOf(label.asText())] = 1;
      }
    }
    return new Scores(predictions, targets, width);
  }

  private static List<List<String>> records(Path file) throws IOException {
    List<List<String>> records = new ArrayList<>();
    try (RecordScanner scanner =
        RecordScanner.ofCommas(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      scanner.next();
      for (List<String> record = scanner.next(); record != null; record = scanner.next()) {
        records.add(record);
      }
    }
    return records;
  }
}
