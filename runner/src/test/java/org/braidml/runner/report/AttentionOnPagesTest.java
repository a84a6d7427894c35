package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.braidml.runner.report.Pages.sections;
import static org.braidml.runner.report.Pages.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.run.Attention;
import org.braidml.api.run.RunReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How attention and its deletion check stand on a page. */
final class AttentionOnPagesTest {

  @TempDir private Path directory;

  private RunReport attended() {
    return new SampleReports(directory).attended();
  }

  @Test
  void attentionIsShownOverTextAndOverSeries() throws IOException {
    Document page = Pages.page(directory, attended());
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
    Document page = Pages.page(directory, attended());
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
    Document page = Pages.page(directory, attended());
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
                SampleReports.HOSTILE, "2 of 5 rows; runs/x", attended().details().attention()));
    assertThat(page.select("h1").text()).contains("<script>alert('x')</script>");
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select(".attended")).hasSize(2);
    assertThat(page.select("[src], [^on], main i")).isEmpty();
  }
}
