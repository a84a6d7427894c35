package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageScriptTest {

  @Test
  void aScriptCannotEndItsElement() {
    assertThat(PageParts.inert("x = '</script>' + '</SCRIPT' + '<!--';"))
        .isEqualTo("x = '<\\/script>' + '<\\/SCRIPT' + '<\\!--';");
  }

  @Test
  void theChartLibraryIsWholeAndHarmless() throws IOException {
    assertThat(PageParts.library())
        .hasSizeGreaterThan(900_000)
        .contains("Licensed to the Apache Software Foundation")
        .doesNotContainIgnoringCase("</script")
        .doesNotContain("<!--");
  }

  @Test
  void embeddedJsonHasNoMarkupAndNoNaN() {
    assertThat(ReportJson.embedded(List.of("</script>&\u2028\u2029", Double.NaN, 1.5)))
        .isEqualTo("[\"\\u003c/script\\u003e\\u0026\\u2028\\u2029\",null,1.5]");
  }
}
