package org.braidml.runner.report;

import java.io.IOException;
import java.util.List;
import org.braidml.api.run.Attention;

/** A page of nothing but attention, as its template reads it. */
public final class AttentionPage {

  private AttentionPage() {}

  /**
   * What the template sees.
   *
   * @param rows where the rows came from
   * @param which how many of them, and the run whose model weighed them
   * @param caution what nobody should read out of weights
   * @param attention one section an encoder
   */
  private record Parts(
      String rows, String which, String caution, List<AttentionSection> attention) {}

  /**
   * Returns the page as HTML: one file that needs no other.
   *
   * @param rows the name of the file of rows
   * @param which how many of them, and the run whose model weighed them
   * @param attention what was weighed, one part an encoder
   * @throws IOException if the template cannot be filled in
   */
  public static String html(String rows, String which, List<Attention> attention)
      throws IOException {
    List<AttentionSection> sections = attention.stream().map(AttentionSection::of).toList();
    return HtmlPage.of(
        "explain", new Parts(rows, which, AttentionSection.CAUTION, sections), List.of());
  }
}
