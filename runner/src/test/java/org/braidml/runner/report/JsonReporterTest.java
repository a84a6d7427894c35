package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReporterTest {

  @TempDir private Path directory;

  @Test
  void keysStandInOneOrder() throws IOException {
    JsonNode json = json(samples().binary());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "format",
            "experiment",
            "run",
            "seed",
            "seconds",
            "summary",
            "heads",
            "best-epoch",
            "epochs",
            "parameters",
            "boxes",
            "rows",
            "notes",
            "environment");
    assertThat(json.at("/heads/0").fieldNames())
        .toIterable()
        .containsExactly(
            "head",
            "target",
            "kind",
            "rows",
            "metrics",
            "baseline-name",
            "baseline",
            "classes",
            "confusion");
    assertThat(json.at("/epochs/0").fieldNames())
        .toIterable()
        .containsExactly(
            "epoch",
            "steps",
            "learning-rate",
            "training-loss",
            "validation",
            "examples",
            "seconds",
            "best");
  }

  @Test
  void metricsKeepTheOrderOfTheHead() throws IOException {
    JsonNode json = json(samples().manyClasses(3));
    assertThat(json.at("/heads/0/metrics").fieldNames())
        .toIterable()
        .startsWith("accuracy", "balanced-accuracy", "macro-f1");
    assertThat(json.at("/heads/0/kind").asText()).isEqualTo("multiclass");
  }

  @Test
  void confusionCountsEveryTestRow() throws IOException {
    JsonNode confusion = json(samples().manyClasses(35)).at("/heads/0/confusion");
    long sum = 0;
    for (JsonNode row : confusion) {
      assertThat(row).hasSize(35);
      for (JsonNode count : row) {
        sum += count.asLong();
      }
    }
    assertThat(sum).isEqualTo(2103);
  }

  @Test
  void whatIsNotDefinedIsNull() throws IOException {
    JsonNode json = json(samples().undefined());
    assertThat(json.at("/heads/0/metrics/roc-auc").isNull()).isTrue();
    assertThat(json.at("/heads/0/metrics/accuracy").isNumber()).isTrue();
    assertThat(Files.readString(directory.resolve("report.json"))).doesNotContain("NaN");
  }

  @Test
  void numbersAreNotRounded() throws IOException {
    RunReport report = samples().binary();
    JsonNode json = json(report);
    Double accuracy = report.heads().get(0).metrics().get("accuracy");
    assertThat(json.at("/heads/0/metrics/accuracy").asDouble()).isEqualTo(accuracy);
  }

  @Test
  void regressionHasNoConfusion() throws IOException {
    JsonNode head = json(samples().regression()).at("/heads/0");
    assertThat(head.has("confusion")).isFalse();
    assertThat(head.has("classes")).isFalse();
  }

  @Test
  void theLastValueOfASeriesIsABaselineToo() throws IOException {
    JsonNode head = json(samples().series(100)).at("/heads/0");
    assertThat(head.at("/last-value").fieldNames())
        .toIterable()
        .containsExactly("rmse", "mae", "r2");
    assertThat(head.at("/last-value/mae").asDouble()).isCloseTo(100, within(1e-4));
    assertThat(json(samples().regression()).at("/heads/0").has("last-value")).isFalse();
  }

  @Test
  void theEnvironmentIsSorted() throws IOException {
    JsonNode environment = json(samples().binary()).get("environment");
    assertThat(List.of("braid", "data", "engine", "java", "plugins"))
        .containsExactlyElementsOf(environment::fieldNames);
    assertThat(environment.get("engine").fieldNames())
        .toIterable()
        .containsExactly("name", "threads", "version");
  }

  private SampleReports samples() {
    return new SampleReports(directory);
  }

  private JsonNode json(RunReport report) throws IOException {
    new JsonReporter().report(report);
    return new ObjectMapper().readTree(directory.resolve("report.json").toFile());
  }
}
