package org.braidml.runner.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.graph.Box;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.Reporter;
import org.braidml.api.run.RunReport;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code report.json}: the numbers of {@code report.html} for other programs. Keys are only
 * ever added while {@code format} stays 1. A number that is not defined is null. Of more than a
 * thousand classes there is no {@code confusion}.
 */
public final class JsonReporter implements Reporter {

  private static final int FORMAT = 1;

  @Override
  public void report(RunReport report) throws IOException {
    WholeFile.write(
        new RunDirectory(report.directory()).reportJson(), ReportJson.pretty(run(report)));
  }

  private static Map<String, @Nullable Object> run(RunReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("experiment", report.experiment());
    json.put("run", report.run());
    json.put("seed", report.seed());
    json.put("seconds", report.seconds());
    json.put("summary", Summary.sentences(report));
    json.put("heads", report.heads().stream().map(JsonReporter::head).toList());
    json.put("best-epoch", report.bestEpoch());
    json.put("epochs", report.epochs().stream().map(JsonReporter::epoch).toList());
    json.put("parameters", report.parameters());
    json.put("boxes", report.boxes().stream().map(JsonReporter::box).toList());
    json.put("rows", report.rows());
    json.put("notes", report.notes());
    json.put("environment", sorted(report.environment()));
    return json;
  }

  private static Map<String, @Nullable Object> head(HeadReport head) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("head", head.head());
    json.put("target", head.target().name());
    json.put("kind", head.target().kind().name().toLowerCase(Locale.ROOT));
    json.put("rows", head.scores().examples());
    json.put("metrics", head.metrics());
    json.put("baseline-name", head.baselineName());
    json.put("baseline", head.baseline());
    if (!head.lastValue().isEmpty()) {
      json.put("last-value", head.lastValue());
    }
    if (!head.target().labels().isEmpty()) {
      json.put("labels", LabelTable.json(head));
    }
    if (!head.target().classes().isEmpty()) {
      json.put("classes", head.target().classes());
      if (head.scores().classes() <= Confusion.MOST_CLASSES) {
        json.put("confusion", Confusion.of(head.target(), head.scores()).counts());
      }
    }
    return json;
  }

  private static Map<String, @Nullable Object> epoch(EpochReport epoch) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("epoch", epoch.epoch());
    json.put("steps", epoch.steps());
    json.put("learning-rate", epoch.learningRate());
    json.put("training-loss", epoch.trainingLoss());
    json.put("validation", epoch.validation());
    json.put("examples", epoch.examples());
    json.put("seconds", epoch.seconds());
    json.put("best", epoch.best());
    return json;
  }

  private static Map<String, @Nullable Object> box(Box box) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", box.path());
    json.put("type", box.type());
    json.put("reads", box.reads());
    json.put("input", box.inputShape());
    json.put("output", box.outputShape());
    json.put("parameters", box.parameters());
    return json;
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
      return sorted;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(inner -> sorted(inner)).toList();
    }
    return value;
  }
}
