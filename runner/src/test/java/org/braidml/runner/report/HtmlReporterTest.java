package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.braidml.runner.report.Pages.captions;
import static org.braidml.runner.report.Pages.charts;
import static org.braidml.runner.report.Pages.script;
import static org.braidml.runner.report.Pages.sections;
import static org.braidml.runner.report.Pages.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.run.RunReport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReporterTest {

  @TempDir private Path directory;
  private SampleReports samples;

  @BeforeEach
  void setUp() {
    samples = new SampleReports(directory);
  }

  @Test
  void writesOneFileAndNothingBesideIt() throws IOException {
    page(samples.binary());
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("report.html");
    }
  }

  @Test
  void saysTheResultInASentence() throws IOException {
    assertThat(leads(samples.manyClasses(35)))
        .singleElement()
        .asString()
        .matches("accuracy 0\\.\\d+ on 2,103 test rows; the majority class reaches 0\\.\\d+\\.");
    assertThat(leads(samples.severalHeads()))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("mortality: roc-auc 0."),
            second -> assertThat(second).startsWith("ward: accuracy 0."),
            third -> assertThat(third).startsWith("stay: rmse ").contains("; the mean reaches "));
  }

  @Test
  void saysWhenARunIsNoBetterThanItsBaseline() throws IOException {
    assertThat(leads(samples.worseThanItsBaseline()))
        .singleElement()
        .asString()
        .endsWith(", so this run is no better.");
  }

  @Test
  void saysWhyThereIsNoResult() throws IOException {
    Document page = page(samples.withoutTestRows());
    assertThat(page.select(".lead").text())
        .startsWith("There are no test rows")
        .contains("The best validation loss is 0.5");
    assertThat(sections(page))
        .containsExactly("Summary", "Learning", "Model", "Data", "Provenance");
  }

  @Test
  void binaryTargetsHaveTheirCharts() throws IOException {
    Document page = page(samples.binary());
    assertThat(sections(page))
        .containsExactly("Summary", "Test result", "Learning", "Model", "Data", "Provenance");
    assertThat(charts(page))
        .containsExactly(
            "Confusion matrix",
            "ROC curve",
            "Precision-recall curve",
            "Calibration",
            "Loss",
            "Validation roc-auc");
    assertThat(captions(page)).contains("Each class", "Every epoch").doesNotContain("mistakes");
  }

  @Test
  void manyClassesHaveTheirCharts() throws IOException {
    Document page = page(samples.manyClasses(35));
    assertThat(charts(page))
        .containsExactly("Confusion matrix", "Calibration", "Loss", "Validation accuracy");
    assertThat(captions(page)).contains("Most frequent mistakes", "Each class");
    Element classes = table(page, "Each class");
    assertThat(classes.select("tbody tr")).hasSize(35);
    assertThat(classes.select("tbody th").eachText()).contains("Chinese (Simplified)");
  }

  @Test
  void regressionHasItsCharts() throws IOException {
    Document page = page(samples.regression());
    assertThat(charts(page))
        .containsExactly("Predicted against actual", "Residuals", "Loss", "Validation rmse");
    assertThat(table(page, "Target rentals on 1,877 test rows").select("thead th").eachText())
        .containsExactly("Metric", "This run", "Baseline: mean");
  }

  /** Whichever is better: here the run, of a number that is off by 500, and then the last value. */
  @Test
  void aSeriesStandsBesideItsLastValue() throws IOException {
    assertThat(leads(samples.series(500)))
        .singleElement()
        .asString()
        .matches(
            "rmse [0-9.]+ on 1,877 test rows; the mean reaches [0-9.]+; the last value reaches 500\\.");
    assertThat(leads(samples.series(-1)))
        .singleElement()
        .asString()
        .endsWith("; the last value reaches 1, so this run is no better.");
    Element table = table(page(samples.series(-1)), "Target rentals on 1,877 test rows");
    assertThat(table.select("thead th").eachText())
        .containsExactly("Metric", "This run", "Baseline: mean", "Baseline: last value");
    for (String error : List.of("rmse", "mae")) {
      Element row = table.select("tbody tr:contains(%s)".formatted(error)).get(0);
      assertThat(row.select("strong")).hasSize(1);
      assertThat(row.select("td:last-child strong").text()).matches("1(\\.0+)?");
    }
  }

  @Test
  void everyHeadHasASectionAndACurve() throws IOException {
    Document page = page(samples.severalHeads());
    assertThat(sections(page))
        .contains("Test result: mortality", "Test result: ward", "Test result: stay");
    assertThat(charts(page))
        .contains(
            "Validation mortality.roc-auc", "Validation ward.accuracy", "Validation stay.rmse");
  }

  @Test
  void undefinedMetricsAreNamedSo() throws IOException {
    Document page = page(samples.undefined());
    assertThat(page.select(".lead").text()).isEqualTo("roc-auc is not defined on 3 test rows.");
    assertThat(page.select("tr:contains(roc-auc) td").eachText()).containsOnly("n/a");
    assertThat(page.select(".note").text()).contains("there is no ROC curve to draw");
    assertThat(script(page, 0).data()).doesNotContain("NaN");
  }

  @Test
  void predictionsThatAreNotFiniteAreCounted() throws IOException {
    Document page = page(samples.notFinite());
    assertThat(page.select(".note").text())
        .contains("2 test rows without a finite prediction: not in the charts.");
    assertThat(charts(page)).contains("Predicted against actual", "Residuals");
  }

  @Test
  void anUntrainedModelHasNoCurves() throws IOException {
    Document page = page(samples.withoutEpochs());
    assertThat(page.select("#learning .note").text()).isEqualTo("No epoch was trained.");
    assertThat(page.select("#learning figure")).isEmpty();
  }

  @Test
  void theModelTableSumsUp() throws IOException {
    Document page = page(samples.binary());
    Element model = table(page, "Boxes, in the order in which they are evaluated");
    assertThat(model.select("tbody tr:last-child").text()).isEqualTo("Total 1,284,913");
    assertThat(model.text()).contains("encoders.review bilstm-attention inputs.review");
  }

  @Test
  void provenanceIsFlattened() throws IOException {
    Element table = table(page(samples.binary()), "What the run was made with");
    assertThat(table.select("tbody th").eachText())
        .isSorted()
        .contains("engine.name", "engine.version", "plugins.0.id");
  }

  @Test
  void hostileTextStaysText() throws IOException {
    Document page = page(samples.hostile());
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select("tbody i, h1 script")).isEmpty();
    assertThat(page.select("h1").text()).contains("</script><script>alert('x')</script><!-- &");
    assertThat(page.select("tbody th").eachText()).contains("{{title}}", "(empty)", "b<i>c</i>");
    String data = script(page, 0).data();
    assertThat(data).contains("\\u003c/script\\u003e", "\\u2028").doesNotContain("<", ">", "&");
  }

  @Test
  void theSameReportIsTheSamePage() throws IOException {
    page(samples.severalHeads());
    byte[] first = Files.readAllBytes(directory.resolve("report.html"));
    page(new SampleReports(directory).severalHeads());
    assertThat(Files.readAllBytes(directory.resolve("report.html"))).isEqualTo(first);
  }

  private Document page(RunReport report) throws IOException {
    return Pages.page(directory, report);
  }

  private List<String> leads(RunReport report) throws IOException {
    return page(report).select(".lead").eachText();
  }
}
