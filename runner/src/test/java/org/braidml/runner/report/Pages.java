package org.braidml.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.run.RunReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pages of runs, and what stands on them. */
final class Pages {

  private Pages() {}

  /** Writes the report to a folder, and reads it. */
  static Document page(Path directory, RunReport report) throws IOException {
    new HtmlReporter().report(report);
    return Jsoup.parse(Files.readString(directory.resolve("report.html")));
  }

  static List<String> sections(Document page) {
    return page.select("main h2").eachText();
  }

  static List<String> charts(Document page) {
    return page.select("figure h3").eachText();
  }

  static List<String> captions(Document page) {
    return page.select("caption").eachText();
  }

  static Element script(Document page, int at) {
    return page.select("script").get(at);
  }

  static Element table(Document page, String caption) {
    return page.select("table").stream()
        .filter(table -> table.select("caption").text().equals(caption))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table \"" + caption + '"'));
  }
}
