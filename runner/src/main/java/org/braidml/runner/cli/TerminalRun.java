package org.braidml.runner.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.MetricSink;
import org.braidml.api.run.RunReport;
import org.braidml.runner.Version;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.EngineRuntime;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.RunListener;
import org.braidml.runner.train.BarProgress;
import org.braidml.runner.train.PlainProgress;

/** Shows a run on a terminal, or in a log, at most 80 columns wide. */
final class TerminalRun implements RunListener {

  private static final int WIDTH = 80;

  private final Terminal terminal;
  private final PrintStream out;
  private String engine = "";

  TerminalRun(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  @Override
  public void started(Experiment experiment, RunDirectory directory, EngineRuntime runtime) {
    out.println("braid " + Version.BRAID + " on Java " + Runtime.version());
    engine = "engine " + runtime.describe();
    out.println(engine);
    out.println("run " + shown(directory.path()));
    experiment.notes().forEach(this::note);
  }

  @Override
  public void prepared(PreparedData data, ModelBlock model) {
    out.printf(
        Locale.ROOT,
        "data %,d rows to train, %,d to validate, %,d to test%n",
        data.train().size(),
        data.validation().size(),
        data.test().size());
    data.notes().forEach(this::note);
    out.printf(Locale.ROOT, "model %,d parameters%n", ParameterPaths.count(model));
  }

  @Override
  public void note(String text) {
    out.print(Wrapped.text("note: " + text, WIDTH, 2));
  }

  @Override
  public Set<MetricSink> sinks(ModelBlock model) {
    HeadBox first = model.heads().get(0);
    String name = first.block().metrics().get(0).name();
    String metric = model.heads().size() == 1 ? name : first.name() + "." + name;
    return Set.of(
        terminal.interactive() ? new BarProgress(out, metric) : new PlainProgress(out, metric));
  }

  /** Prints the summary. */
  void finished(RunReport report, RunDirectory directory) {
    out.println();
    for (HeadReport head : report.heads()) {
      out.print(table(head));
      out.println();
    }
    out.println(engine);
    out.printf(
        Locale.ROOT,
        "%,d parameters, those of epoch %d of %d; %s in all%n",
        report.parameters(),
        report.bestEpoch(),
        report.epochs().size(),
        PlainProgress.duration(Math.round(report.seconds())));
    out.println("report " + shown(directory.reportHtml()));
    out.println("bundle " + shown(directory.bundle()));
  }

  static String table(HeadReport head) {
    int rows = head.scores().examples();
    String what = head.target().stepsOf().isPresent() ? "steps" : "rows";
    String title = String.format(Locale.ROOT, "%s, %,d test %s", titled(head), rows, what);
    List<String> names = new ArrayList<>(List.of(title, "this run"));
    names.addAll(head.baselines().keySet());
    TextTable table = new TextTable(-1).row(names.toArray(String[]::new));
    for (Map.Entry<String, Double> metric : head.metrics().entrySet()) {
      List<String> cells = new ArrayList<>();
      cells.add("  " + metric.getKey());
      cells.add(number(metric.getValue()));
      head.baselines()
          .values()
          .forEach(base -> cells.add(number(base.getOrDefault(metric.getKey(), Double.NaN))));
      table.row(cells.toArray(String[]::new));
    }
    return table.render("");
  }

  /** Returns the target, and the head where it has a name of its own. */
  private static String titled(HeadReport head) {
    String target = head.target().name();
    boolean same = head.head().equals("head") || head.head().equals(target);
    return same ? target : target + " by " + head.head();
  }

  static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "-";
  }

  static String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
