package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.run.Attention;
import org.braidml.api.run.RunReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReporterTest {

  /** A page of each kind, for what holds for all. */
  private static final List<Document> ALL = new ArrayList<>();

  @TempDir private Path directory;
  private SampleReports samples;

  @BeforeAll
  static void makeAll(@TempDir Path directory) throws IOException {
    SampleReports samples = new SampleReports(directory);
    List<RunReport> reports =
        List.of(
            samples.binary(),
            samples.manyClasses(35),
            samples.manyClasses(90),
            samples.regression(),
            samples.severalHeads(),
            samples.withoutTestRows(),
            samples.withoutEpochs(),
            samples.undefined(),
            samples.notFinite(),
            samples.attended(),
            samples.hostile());
    for (RunReport report : reports) {
      ALL.add(page(directory, report));
    }
  }

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
  void attentionIsShownOverTextAndOverSeries() throws IOException {
    Document page = page(samples.attended());
    assertThat(sections(page)).contains("Attention");
    assertThat(page.select("#attention h3").eachText())
        .containsExactly("encoders.text, over text", "encoders.pulse, over pulse");
    assertThat(page.select("#attention h4").eachText())
        .containsExactly("Row 7: predicted " + SampleReports.HOSTILE, "Row 8: predicted 3");
    assertThat(page.select("#attention .tokens span").eachAttr("style"))
        .containsExactly("--w:17%", "--w:60%", "--w:9%");
    assertThat(page.select("svg.strip rect")).hasSize(3);
    assertThat(page.select("svg.strip polyline")).hasSize(2);
    assertThat(page.select("svg.strip desc").text())
        .startsWith("Most weight: step 3 0.6, step 2 0.3, step 1 0.1.");
  }

  @Test
  void deletionIsToldInWords() throws IOException {
    Document page = page(samples.attended());
    assertThat(page.select("#attention .note").text())
        .contains("Weights say where the pooling looks, not why the model decides")
        .contains("What is attended matters more than chance here (most less random 0.26, 95 %")
        .contains("Deletion was not checked: it takes two rows of five steps");
    Attention.Check weak = new Attention.Check("head", true, 60, 0.02, 0.01, 0.02, -0.01, 0.01);
    assertThat(AttentionSection.check(new Attention("text", "text", List.of(), weak)))
        .endsWith("do not read these weights as reasons.");
  }

  @Test
  void tokensThatLookLikeHtmlStayText() throws IOException {
    Document page = page(samples.attended());
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select("#attention i, #attention script, td script")).isEmpty();
    assertThat(page.select("#attention .tokens span").get(1).wholeText())
        .isEqualTo(SampleReports.HOSTILE);
    assertThat(table(page, "Worst errors on the test rows, as the model read them").text())
        .contains("</script><script>alert('x')</script>");
  }

  @Test
  void aPageOfAttentionAloneStandsByItself() throws IOException {
    Document page =
        Jsoup.parse(
            AttentionPage.html(
                SampleReports.HOSTILE,
                "2 of 5 rows; runs/x",
                samples.attended().details().attention()));
    assertThat(page.select("h1").text()).contains("<script>alert('x')</script>");
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select(".attended")).hasSize(2);
    assertThat(page.select("[src], [^on], main i")).isEmpty();
  }

  @Test
  void nothingIsFetched() throws IOException {
    for (Document page : ALL) {
      assertThat(page.select("[src], object, iframe, embed, base, form, style:contains(@import)"))
          .isEmpty();
      assertThat(page.select("[^on]")).isEmpty();
      assertThat(page.select("[href]").eachAttr("href"))
          .allMatch(link -> link.startsWith("#") || link.equals("data:,"));
      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .startsWith("default-src 'none'");
      assertThat(page.select("style").get(0).data()).doesNotContain("url(", "http");
      assertThat(script(page, 2).data()).doesNotContain("fetch(", "http", "innerHTML");
    }
  }

  @Test
  void everyChartHasATextAlternativeAndATable() throws IOException {
    for (Document page : ALL) {
      JsonNode data = new ObjectMapper().readTree(script(page, 0).data());
      assertThat(data).hasSameSizeAs(page.select("figure")).isNotEmpty();
      for (Element figure : page.select("figure")) {
        Element plot = figure.select(".plot[role=img]").first();
        assertThat(plot).isNotNull();
        assertThat(plot.attr("aria-label")).hasSizeGreaterThan(30);
        assertThat(data.at("/" + plot.id() + "/kind").asText())
            .isIn("lines", "matrix", "scatter", "histogram");
        assertThat(figure.select("details > summary")).hasSize(1);
        assertThat(figure.select("details table tbody tr")).isNotEmpty();
      }
    }
  }

  @Test
  void tablesAndHeadingsAreInOrder() throws IOException {
    for (Document page : ALL) {
      assertThat(page.select("html[lang=en] > body > main")).hasSize(1);
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("table:not(:has(caption))")).isEmpty();
      assertThat(page.select("th:not([scope])")).isEmpty();
      assertThat(page.select("section:not([aria-labelledby])")).isEmpty();
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(ids).doesNotHaveDuplicates();
      for (Element link : page.select("a[href^=#]")) {
        assertThat(ids).contains(link.attr("href").substring(1));
      }
    }
  }

  @Test
  void theSameReportIsTheSamePage() throws IOException {
    page(samples.severalHeads());
    byte[] first = Files.readAllBytes(directory.resolve("report.html"));
    page(new SampleReports(directory).severalHeads());
    assertThat(Files.readAllBytes(directory.resolve("report.html"))).isEqualTo(first);
  }

  private Document page(RunReport report) throws IOException {
    return page(directory, report);
  }

  private static Document page(Path directory, RunReport report) throws IOException {
    new HtmlReporter().report(report);
    return Jsoup.parse(Files.readString(directory.resolve("report.html")));
  }

  private List<String> leads(RunReport report) throws IOException {
    return page(report).select(".lead").eachText();
  }

  private static List<String> sections(Document page) {
    return page.select("main h2").eachText();
  }

  private static List<String> charts(Document page) {
    return page.select("figure h3").eachText();
  }

  private static List<String> captions(Document page) {
    return page.select("caption").eachText();
  }

  private static Element script(Document page, int at) {
    return page.select("script").get(at);
  }

  private static Element table(Document page, String caption) {
    return page.select("table").stream()
        .filter(table -> table.select("caption").text().equals(caption))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table \"" + caption + '"'));
  }
}
