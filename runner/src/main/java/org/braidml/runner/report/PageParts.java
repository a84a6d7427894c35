package org.braidml.runner.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What a page is made of besides its numbers: the templates, the style, the scripts. */
final class PageParts {

  private static final String ECHARTS = "/META-INF/maven/org.webjars/echarts/pom.properties";

  private PageParts() {}

  /** Returns the page's template. Values are escaped unless it says otherwise. */
  static Template template(String name) throws IOException {
    return Mustache.compiler()
        .withLoader(part -> new StringReader(resource(part + ".mustache")))
        .emptyStringIsFalse(true)
        .compile(resource(name + ".mustache"));
  }

  static String style() throws IOException {
    return resource("report.css");
  }

  static String script() throws IOException {
    return inert(resource("charts.js") + resource("report.js"));
  }

  /** Returns the charting library, of the version that is on the class path. */
  static String library() throws IOException {
    Properties properties = new Properties();
    properties.load(new ByteArrayInputStream(bytes(ECHARTS)));
    String version = properties.getProperty("version");
    return inert(text("/META-INF/resources/webjars/echarts/" + version + "/echarts.min.js"));
  }

  /**
   * Within a script element nothing may look like its end, nor like the start of a comment. Both
   * stand in strings, where the backslash changes nothing.
   */
  static String inert(String script) {
    return script.replaceAll("(?i)</(?=script)", "<\\\\/").replace("<!--", "<\\!--");
  }

  private static String resource(String name) throws IOException {
    return text("/org/braidml/runner/report/" + name);
  }

  private static String text(String path) throws IOException {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = PageParts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException("not on the class path: " + path);
      }
      return in.readAllBytes();
    }
  }
}
