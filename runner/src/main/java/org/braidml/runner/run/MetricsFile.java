package org.braidml.runner.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;

/** Appends one line of JSON an epoch to {@code metrics.jsonl}. */
public final class MetricsFile implements MetricSink {

  private final Path file;

  MetricsFile(Path file) {
    this.file = file;
  }

  /** Returns the lines of a file, none if it is not there. */
  public static List<String> lines(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  /** What a run that was killed wrote after its checkpoint is void. */
  @Override
  public void started(List<EpochReport> before) {
    try {
      WholeFile.write(file, before.stream().map(MetricsFile::line).collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void epochEnded(EpochReport report) {
    try {
      Files.writeString(file, line(report), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (FileSystemException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
    }
  }

  /** Without times: two runs of the same numbers have the same lines. */
  private static String line(EpochReport report) {
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
    line.put("best", report.best());
    return Json.line(line) + "\n";
  }
}
