package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.braidml.runner.report.Pages.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.run.RunReport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the page of every run. */
final class EveryPageTest {

  private static final List<Document> ALL = new ArrayList<>();

  @BeforeAll
  static void makeAll(@TempDir Path directory) throws IOException {
    SampleReports samples = new SampleReports(directory);
    List<RunReport> reports =
        List.of(
            samples.binary(),
            samples.manyClasses(35),
            samples.manyClasses(90),
            samples.regression(),
            samples.series(100),
            samples.severalHeads(),
            samples.withoutTestRows(),
            samples.withoutEpochs(),
            samples.undefined(),
            samples.notFinite(),
            samples.attended(),
            samples.hostile());
    for (RunReport report : reports) {
      ALL.add(Pages.page(directory, report));
    }
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
}
