package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.braidml.runner.compare.RunComparison;
import org.braidml.runner.compare.Tested;
import org.braidml.runner.study.stats.Interval;
import org.braidml.runner.study.stats.McNemar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code braid compare RUN RUN}: two trained models on the test rows of both. */
@Command(
    name = "compare",
    description = {
      "Compares two finished runs on the test rows of both.",
      "What it says is about these two models; `braid study` compares what made them, over seeds."
    })
final class CompareCommand extends AbstractBraidCommand {

  private static final int WIDTH = 80;

  @Parameters(index = "0", paramLabel = "FIRST", description = "A run directory.")
  private Path first;

  @Parameters(index = "1", paramLabel = "SECOND", description = "Another run directory.")
  private Path second;

  @Override
  public Integer call() throws IOException {
    String source = first + " and " + second;
    for (RunComparison head : RunComparison.of(source, Tested.of(first), Tested.of(second))) {
      print(head);
    }
    wrapped(
        "This is about these two models on these rows. Another seed may turn it round: "
            + "`braid study` compares over seeds.");
    return BraidCommand.DONE;
  }

  private void print(RunComparison head) {
    String title = String.format(Locale.ROOT, "%s, %,d test rows", head.head(), head.examples());
    TextTable table =
        new TextTable(-1).row(title, "first", "second", "difference", "95 % interval");
    for (RunComparison.Measured metric : head.metrics()) {
      table.row(
          "  " + metric.name(),
          TerminalRun.number(metric.first()),
          TerminalRun.number(metric.second()),
          TerminalRun.number(metric.second() - metric.first()),
          interval(metric.interval()));
    }
    out().print(table.render(""));
    out().println();
    head.right().ifPresent(this::right);
    out().println();
  }

  private static String interval(Interval interval) {
    return Double.isNaN(interval.low())
        ? "-"
        : TerminalRun.number(interval.low()) + " to " + TerminalRun.number(interval.high());
  }

  private static String rows(int count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
  }

  private void right(McNemar test) {
    wrapped(
        String.format(
            Locale.ROOT,
            "Only the first is right on %s, only the second on %s: McNemar's exact p = %.4f, mid-p = %.4f.",
            rows(test.onlyFirst()),
            rows(test.onlySecond()),
            test.exact(),
            test.mid()));
  }

  private void wrapped(String text) {
    out().print(Wrapped.text(text, WIDTH, 0));
  }
}
