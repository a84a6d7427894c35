package org.braidml.runner.report;

import java.io.IOException;
import org.braidml.api.run.Reporter;
import org.braidml.api.run.RunReport;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.WholeFile;

/**
 * Writes {@code report.html}: one file that needs no other, no server and no network. It states a
 * content policy that forbids every request.
 */
public final class HtmlReporter implements Reporter {

  @Override
  public void report(RunReport report) throws IOException {
    WholeFile.write(new RunDirectory(report.directory()).reportHtml(), html(report));
  }

  private static String html(RunReport report) throws IOException {
    Page page = new PageMaker(report).page();
    return HtmlPage.of("page", page, page.charts());
  }
}
