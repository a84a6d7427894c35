package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunReport;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.Line;
import org.braidml.runner.report.ChartData.Lines;
import org.braidml.runner.report.ChartData.Mark;
import org.braidml.runner.report.ChartData.Stroke;

/** How a run learned: the losses, and the first metric of each head, epoch by epoch. */
final class LearningCurves {

  private static final String LOSS = "loss";
  private static final int MOST_DOTS = 40;

  private final RunReport report;

  LearningCurves(RunReport report) {
    this.report = report;
  }

  /** Returns no chart if there is no epoch. */
  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    if (report.epochs().isEmpty()) {
      return charts;
    }
    charts.add(loss());
    for (String metric : metrics()) {
      charts.add(metric(metric, "curve-" + charts.size()));
    }
    return charts;
  }

  /** Returns all that was measured, one row an epoch. */
  Table table() {
    List<String> names = validationNames();
    Table.Builder table = Table.of("Every epoch").text("Epoch").numbers("Training loss");
    names.forEach(name -> table.numbers("Validation " + name));
    table.numbers("Examples", "Time", "Examples per second");
    for (EpochReport epoch : report.epochs()) {
      List<Table.Cell> cells = new ArrayList<>();
      boolean best = epoch.epoch() == report.bestEpoch();
      cells.add(Table.Cell.of(epoch.epoch() + (best ? " (best)" : "")).strongIf(best));
      cells.add(Table.Cell.of(Numbers.exact(epoch.trainingLoss())));
      names.forEach(name -> cells.add(Table.Cell.of(Numbers.exact(value(epoch, name)))));
      cells.add(Table.Cell.of(Numbers.count(epoch.examples())));
      cells.add(Table.Cell.of(Numbers.duration(epoch.seconds())));
      cells.add(Table.Cell.of(Numbers.brief(epoch.examples() / epoch.seconds())));
      table.row(cells);
    }
    return table.build();
  }

  private Chart loss() {
    Line training = line("training", EpochReport::trainingLoss);
    List<Line> lines = new ArrayList<>(List.of(training));
    Table.Builder table = Table.of("Loss by epoch").text("Epoch").numbers("Training");
    boolean validated = validationNames().contains(LOSS);
    if (validated) {
      lines.add(line("validation", epoch -> value(epoch, LOSS)));
      table.numbers("Validation");
    }
    for (EpochReport epoch : report.epochs()) {
      List<Table.Cell> cells = new ArrayList<>();
      cells.add(Table.Cell.of(String.valueOf(epoch.epoch())));
      cells.add(Table.Cell.of(Numbers.exact(epoch.trainingLoss())));
      if (validated) {
        cells.add(Table.Cell.of(Numbers.exact(value(epoch, LOSS))));
      }
      table.row(cells);
    }
    String alternative =
        "Line chart of the loss by epoch. "
            + course("Training loss", EpochReport::trainingLoss)
            + (validated ? " " + course("Validation loss", epoch -> value(epoch, LOSS)) : "")
            + best();
    return chart("curve-0", "Loss", "Loss", alternative, lines, table.build());
  }

  private Chart metric(String metric, String id) {
    Table.Builder table =
        Table.of("Validation " + metric + " by epoch").text("Epoch").numbers(metric);
    for (EpochReport epoch : report.epochs()) {
      table.row(String.valueOf(epoch.epoch()), Numbers.exact(value(epoch, metric)));
    }
    String alternative =
        "Line chart of a metric by epoch. "
            + course("Validation " + metric, epoch -> value(epoch, metric))
            + best();
    List<Line> lines = List.of(line("validation", epoch -> value(epoch, metric)));
    return chart(id, "Validation " + metric, metric, alternative, lines, table.build());
  }

  private Chart chart(
      String id, String title, String axis, String alternative, List<Line> lines, Table table) {
    Mark mark =
        report.bestEpoch() > 0 ? new Mark(report.bestEpoch(), "best: " + report.bestEpoch()) : null;
    Axis epochs = new Axis("Epoch", null, null, true);
    return new Chart(
        id,
        title,
        mark == null ? "" : "The dashed line marks the epoch whose parameters were kept.",
        alternative,
        Chart.Box.USUAL,
        new Lines(epochs, Axis.free(axis), lines, mark, List.of()),
        table);
  }

  private Line line(String name, ToDoubleFunction<EpochReport> value) {
    List<List<Double>> points =
        report.epochs().stream()
            .map(epoch -> ChartData.point(epoch.epoch(), value.applyAsDouble(epoch)))
            .toList();
    return new Line(name, points, Stroke.SOLID, points.size() <= MOST_DOTS);
  }

  private String course(String name, ToDoubleFunction<EpochReport> value) {
    EpochReport first = report.epochs().get(0);
    EpochReport last = report.epochs().get(report.epochs().size() - 1);
    return "%s: %s in epoch %d, %s in epoch %d."
        .formatted(
            name,
            Numbers.brief(value.applyAsDouble(first)),
            first.epoch(),
            Numbers.brief(value.applyAsDouble(last)),
            last.epoch());
  }

  private String best() {
    return report.bestEpoch() > 0 ? " Best epoch: " + report.bestEpoch() + "." : "";
  }

  private List<String> validationNames() {
    return report.epochs().stream()
        .map(EpochReport::validation)
        .map(Map::keySet)
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  /** The first metric of each head; its name carries the head where there are several. */
  private List<String> metrics() {
    List<String> names = validationNames().stream().filter(name -> !name.equals(LOSS)).toList();
    if (report.heads().size() <= 1) {
      return names.stream().limit(1).toList();
    }
    return report.heads().stream()
        .map(HeadReport::head)
        .map(head -> names.stream().filter(name -> name.startsWith(head + ".")).findFirst())
        .flatMap(Optional::stream)
        .toList();
  }

  private static double value(EpochReport epoch, String name) {
    return epoch.validation().getOrDefault(name, Double.NaN);
  }
}
