package org.braidml.runner.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.braidml.runner.report.HtmlPage;
import org.braidml.runner.study.plan.StudyPlan;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page of a study. */
final class StudyPageTest {

  private static final String HOSTILE = "</script><i>mean</i>";

  private static Document page(Map<String, List<Double>> curves, String... names)
      throws IOException {
    StudyPlan plan = MadeStudy.plan("accuracy", 10, false, names);
    double[] means = {0.78, 0.83, 0.70};
    StudyReport report = Analysis.of(plan, MadeStudy.results(plan, 11, means));
    StudyPage page = StudyPage.of(report, curves);
    return Jsoup.parse(HtmlPage.of("study", page, page.charts()));
  }

  @Test
  void everyPartHasItsSection() throws IOException {
    Document page = page(Map.of("mean", List.of(0.5, 0.7)), "last", "mean", "static-only");
    assertThat(page.select("main h2").eachText())
        .containsExactly(
            "What it says",
            "Ranking",
            "Comparisons with last",
            "Learning",
            "Cost",
            "How it was done",
            "Files");
    assertThat(page.select(".sentences li").eachText())
        .singleElement()
        .asString()
        .startsWith("mean beats last by ");
    assertThat(page.select("#files a").eachAttr("href"))
        .containsExactly("results.csv", "report.md", "report.json", "plan.json");
  }

  @Test
  void chartsAreToldInWords() throws IOException {
    Document page = page(Map.of("mean", List.of(0.5, 0.7)), "last", "mean", "static-only");
    assertThat(page.select(".plot[role=img]").eachAttr("aria-label"))
        .hasSize(5)
        .contains(
            "Dot plot of the differences to last on the test rows, one row a comparison: a difference"
                + " was shown in 1 of 1.",
            "Line chart of the mean accuracy on the validation rows by epoch, one line for each of 1"
                + " variants.")
        .first()
        .asString()
        .startsWith(
            "Dot plot of accuracy on the validation rows, one row a variant, the best first."
                + " First: mean with a mean of ");
    for (Element figure : page.select("figure")) {
      assertThat(figure.select("details table tbody tr")).isNotEmpty();
    }
  }

  @Test
  void withoutEpochsThereIsNoSectionOnLearning() throws IOException {
    Document page = page(Map.of(), "last", "mean", "static-only");
    assertThat(page.select("#learning, a[href=#learning]")).isEmpty();
  }

  @Test
  void namesOfVariantsStayText() throws IOException {
    Document page = page(Map.of(), "last", HOSTILE, "static-only");
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select("main i")).isEmpty();
    assertThat(page.select("#ranking th").eachText()).contains(HOSTILE);
    assertThat(page.select("script").get(0).data()).doesNotContain("<");
  }

  @Test
  void tablesAndHeadingsAreInOrder() throws IOException {
    Document page = page(Map.of(), "last", "mean", "static-only");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("table:not(:has(caption)), th:not([scope])")).isEmpty();
    assertThat(page.select("section:not([aria-labelledby])")).isEmpty();
    assertThat(page.select("[src], [^on]")).isEmpty();
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
  }
}
