package org.braidml.runner.train;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;
import org.jspecify.annotations.Nullable;

/** A bar for the running epoch, with loss, examples a second and time left; then its line. */
public final class BarProgress implements MetricSink {

  private final PrintStream out;
  private final PlainProgress lines;
  private @Nullable ProgressBar bar;

  /**
   * A progress for a terminal.
   *
   * @param out the terminal
   * @param metric the metric to show beside the losses
   */
  public BarProgress(PrintStream out, String metric) {
    this.out = out;
    this.lines = new PlainProgress(out, metric);
  }

  @Override
  public void epochStarted(int epoch, int epochs, long examples) {
    lines.epochStarted(epoch, epochs, examples);
    bar =
        new ProgressBarBuilder()
            .setTaskName("epoch " + epoch + "/" + epochs)
            .setInitialMax(examples)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .clearDisplayOnFinish()
            .setConsumer(new ConsoleProgressBarConsumer(out, 79))
            .build();
  }

  @Override
  public void fitted(String box, String summary) {
    lines.fitted(box, summary);
  }

  @Override
  public void stepped(long step, int examples, double loss) {
    if (bar != null) {
      bar.stepBy(examples);
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
    }
  }

  @Override
  public void epochEnded(EpochReport report) {
    ended();
    lines.epochEnded(report);
  }

  /** Clears the bar, so that what went wrong is told on a line of its own. */
  @Override
  public void ended() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
