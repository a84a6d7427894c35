package org.braidml.runner.report;

import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file that needs no other, no server and no network: a template, filled in, and its charts.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /**
   * What the template sees.
   *
   * @param page what is told
   * @param data what the script draws, as JSON that can stand in a script element
   */
  private record Context(Object page, String data, String style, String library, String script) {}

  /**
   * Returns a page as HTML.
   *
   * @param template the name of its template
   * @param page what the template reads
   * @param charts all that are on the page
   * @throws IOException if the template cannot be filled in
   */
  public static String of(String template, Object page, List<Chart> charts) throws IOException {
    Map<String, ChartData> data = new LinkedHashMap<>();
    charts.forEach(chart -> data.put(chart.id(), chart.data()));
    Context context =
        new Context(
            page,
            ReportJson.embedded(data),
            PageParts.style(),
            PageParts.library(),
            PageParts.script());
    try {
      return PageParts.template(template).execute(context);
    } catch (MustacheException e) {
      throw new IOException("cannot fill in the template of the report", e);
    }
  }
}
