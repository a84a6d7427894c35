package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.graph.Box;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunReport;
import org.braidml.runner.report.Page.Fact;
import org.braidml.runner.run.FlatFacts;

/** Makes the page of a report. */
final class PageMaker {

  private final RunReport report;

  PageMaker(RunReport report) {
    this.report = report;
  }

  Page page() {
    LearningCurves curves = new LearningCurves(report);
    return new Page(
        report.experiment(),
        report.run(),
        Summary.sentences(report),
        facts(),
        heads(),
        curves.charts(),
        curves.table(),
        report.details().attention().stream().map(AttentionSection::of).toList(),
        model(),
        rows(),
        DetailTables.data(report.details()),
        report.notes(),
        provenance());
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (report.bestEpoch() > 0) {
      facts.add(new Fact("Best epoch", report.bestEpoch() + " of " + report.epochs().size()));
    }
    facts.add(new Fact("Parameters", Numbers.count(report.parameters())));
    facts.add(new Fact("Time", Numbers.duration(report.seconds())));
    facts.add(new Fact("Seed", String.valueOf(report.seed())));
    return facts;
  }

  private List<HeadSection> heads() {
    List<HeadSection> sections = new ArrayList<>();
    for (HeadReport head : report.heads()) {
      String id = "head-" + (sections.size() + 1);
      HeadSection section = HeadSection.of(head, id, report.heads().size() == 1);
      Table worst =
          DetailTables.worst(head, report.details().worst().getOrDefault(head.head(), List.of()));
      sections.add(worst.empty() ? section : section.with(worst));
    }
    return sections;
  }

  private Table model() {
    Table.Builder table =
        Table.of("Boxes, in the order in which they are evaluated")
            .text("Box", "Type", "Reads", "Input", "Output")
            .numbers("Parameters");
    for (Box box : report.boxes()) {
      table.row(
          box.path(),
          box.type(),
          box.reads(),
          box.inputShape(),
          box.outputShape(),
          Numbers.count(box.parameters()));
    }
    String total = Numbers.count(report.parameters());
    return table
        .row(
            List.of(
                Table.Cell.of("Total").strongIf(true),
                Table.Cell.of(""),
                Table.Cell.of(""),
                Table.Cell.of(""),
                Table.Cell.of(""),
                Table.Cell.of(total).strongIf(true)))
        .build();
  }

  private Table rows() {
    Table.Builder table = Table.of("Rows on each side").text("Side").numbers("Rows", "Share");
    long all = report.rows().values().stream().mapToLong(Integer::longValue).sum();
    report
        .rows()
        .forEach(
            (side, rows) ->
                table.row(side, Numbers.count(rows), Numbers.percent((double) rows / all)));
    return table.build();
  }

  private Table provenance() {
    Table.Builder table = Table.of("What the run was made with").text("Key", "Value");
    FlatFacts.flatten(report.environment()).forEach(table::row);
    return table.build();
  }
}
