package org.braidml.runner.cli;

import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.profile.StepCounts;
import org.braidml.runner.data.profile.Truncation;

/** How long the sequences of a field are, and how many are cut, as text of 80 columns. */
final class LengthText {

  private static final int WIDTH = 80;
  private static final int BARS = 8;
  private static final int BAR = 40;

  private final String field;
  private final StepCounts steps;

  LengthText(String field, StepCounts steps) {
    this.field = field;
    this.steps = steps;
  }

  String text() {
    int from = steps.least();
    int to = steps.greatest();
    if (from == to) {
      return "\nlengths: every training row of " + field + " has " + from + " steps\n" + cut();
    }
    boolean whole = steps.truncation().rows() == 0;
    String title =
        "\nlengths of " + field + ", in steps" + (whole ? "; none is cut\n" : ", after the cut\n");
    String quantiles =
        "  least %d, 10 %% %d, median %d, 90 %% %d, greatest %d\n"
            .formatted(from, steps.quantile(0.1), steps.quantile(0.5), steps.quantile(0.9), to);
    return title + quantiles + histogram(from, to) + cut();
  }

  private String histogram(int from, int to) {
    int width = Math.max(1, (to - from + BARS) / BARS);
    int most = 1;
    for (int low = from; low <= to; low += width) {
      most = Math.max(most, steps.between(low, low + width - 1));
    }
    TextTable table = new TextTable(0);
    for (int low = from; low <= to; low += width) {
      int count = steps.between(low, low + width - 1);
      String range = width == 1 ? "" + low : low + "-" + Math.min(to, low + width - 1);
      int bar = count == 0 ? 0 : Math.max(1, Math.round((float) BAR * count / most));
      table.row(range, DataText.count(count), "#".repeat(bar));
    }
    return table.render("  ");
  }

  /** Tells the rows of which a part is lost. */
  private String cut() {
    Truncation truncation = steps.truncation();
    int rows = truncation.rows();
    if (rows == 0) {
      return "";
    }
    String told =
        "  max-length = %d cuts %s of %s training rows (%s), the longest of %s steps: the %s %s"
            .formatted(
                truncation.most(),
                DataText.count(rows),
                DataText.count(steps.sorted().length),
                DataText.share(rows, steps.sorted().length),
                DataText.count(truncation.longest()),
                truncation.end() == Truncate.LEFT ? "last" : "first",
                truncation.most() == 1 ? "step stays" : "steps stay");
    return Wrapped.text(told, WIDTH, 2);
  }
}
