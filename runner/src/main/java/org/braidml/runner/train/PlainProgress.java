package org.braidml.runner.train;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;

/** One line an epoch, at most 80 columns: what a log file or a pipe gets. */
public final class PlainProgress implements MetricSink {

  private final PrintStream out;
  private final String metric;
  private long started = System.nanoTime();
  private int firstEpoch;

  /**
   * A progress of plain lines.
   *
   * @param out where lines go
   * @param metric the metric to show beside the losses
   */
  public PlainProgress(PrintStream out, String metric) {
    this.out = out;
    this.metric = metric;
  }

  @Override
  public void epochStarted(int epoch, int epochs, long examples) {
    if (firstEpoch == 0) {
      firstEpoch = epoch;
      started = System.nanoTime();
    }
  }

  @Override
  public void fitted(String box, String summary) {
    out.println("fitted " + box + ": " + summary);
    out.flush();
  }

  @Override
  public void epochEnded(EpochReport report) {
    out.println(line(report));
    out.flush();
  }

  private String line(EpochReport report) {
    StringBuilder line = new StringBuilder();
    int digits = Integer.toString(report.epochs()).length();
    line.append(
        String.format(
            Locale.ROOT,
            "epoch %" + digits + "d/%d  loss %.4f",
            report.epoch(),
            report.epochs(),
            report.trainingLoss()));
    Map<String, Double> validation = report.validation();
    append(line, "validation", validation.get("loss"));
    append(line, metric, validation.get(metric));
    line.append(report.best() ? " *" : "  ");
    line.append(
        String.format(
            Locale.ROOT,
            " %,d/s",
            Math.round(report.examples() / Math.max(1e-9, report.seconds()))));
    int done = report.epoch() - firstEpoch + 1;
    long left = (System.nanoTime() - started) / done * (report.epochs() - report.epoch());
    return line.append("  ").append(duration(left / 1_000_000_000L)).append(" left").toString();
  }

  private static void append(
      StringBuilder line, String name, @org.jspecify.annotations.Nullable Double value) {
    if (value != null) {
      line.append(String.format(Locale.ROOT, "  %s %.4f", name, value));
    }
  }

  /** Returns seconds as {@code m:ss} or {@code h:mm:ss}. */
  public static String duration(long seconds) {
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
