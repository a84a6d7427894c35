package org.braidml.runner.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;

/** Appends one line of JSON an epoch to {@code metrics.jsonl}. */
final class MetricsFile implements MetricSink {

  private final Path file;

  MetricsFile(Path file) {
    this.file = file;
  }

  @Override
  public void epochEnded(EpochReport report) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("epoch", report.epoch());
    line.put("steps", report.steps());
    line.put("learning-rate", report.learningRate());
    line.put("training-loss", report.trainingLoss());
    Map<String, Object> validation = new LinkedHashMap<>();
    report
        .validation()
        .forEach((name, value) -> validation.put(name, Double.isFinite(value) ? value : null));
    line.put("validation", validation);
    line.put("examples", report.examples());
    line.put("seconds", report.seconds());
    line.put("best", report.best());
    try {
      Files.writeString(
          file,
          Json.line(line) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
