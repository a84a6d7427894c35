package org.braidml.runner.report;

import com.samskivert.mustache.MustacheException;
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

  /**
   * What the template sees.
   *
   * @param page the numbers
   * @param data what the script draws, as JSON that can stand in a script element
   */
  private record Context(Page page, String data, String style, String library, String script) {}

  @Override
  public void report(RunReport report) throws IOException {
    WholeFile.write(new RunDirectory(report.directory()).reportHtml(), html(report));
  }

  private static String html(RunReport report) throws IOException {
    Page page = new PageMaker(report).page();
    Context context =
        new Context(
            page,
            ReportJson.embedded(page.data()),
            PageParts.style(),
            PageParts.library(),
            PageParts.script());
    try {
      return PageParts.template().execute(context);
    } catch (MustacheException e) {
      throw new IOException("cannot fill in the template of the report", e);
    }
  }
}
