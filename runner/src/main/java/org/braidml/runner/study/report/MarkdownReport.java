package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;

/** A study as one page of Markdown. */
final class MarkdownReport {

  private final StudyReport report;
  private final StudyPlan plan;
  private final StudyTables tables;
  private final Numbers numbers;
  private final StringBuilder page = new StringBuilder();

  private MarkdownReport(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
    this.tables = new StudyTables(report);
    this.numbers = new Numbers(plan);
  }

  static String of(StudyReport report) {
    return new MarkdownReport(report).page();
  }

  private String page() {
    page.append("# Study ").append(plan.name()).append("\n\n");
    if (report.waiting() > 0) {
      paragraph("**" + StudyWords.unfinished(report) + "**");
    }
    report.sentences().forEach(sentence -> page.append("- ").append(text(sentence)).append('\n'));
    page.append('\n');
    untuned();
    ranking();
    comparisons();
    others();
    list("Trials that did not end well", report.failures());
    how();
    return page.toString().stripTrailing() + "\n";
  }

  private void untuned() {
    page.append("Nothing was tuned for any variant: ");
    if (plan.untuned().isEmpty()) {
      page.append("no number of the model or its training is equal in all of them.");
    } else {
      page.append("in all of them ").append(code(plan.untuned())).append('.');
    }
    for (PlannedVariant variant : plan.compared()) {
      if (!variant.own().isEmpty()) {
        page.append(" Settings that ")
            .append(text(variant.name()))
            .append(" has besides, as the base or the defaults set them: ")
            .append(code(variant.own()))
            .append('.');
      }
    }
    page.append("\n\n");
  }

  private void ranking() {
    heading("Ranking");
    paragraph(StudyWords.ranking(plan));
    table(tables.ranking());
    plan.notes().forEach(note -> paragraph(text(note)));
  }

  private void comparisons() {
    heading("Comparisons with " + text(plan.baseline()));
    paragraph(StudyWords.comparisons(plan));
    table(tables.comparisons());
    paragraph(StudyWords.units(plan, numbers));
  }

  private void others() {
    Table others = tables.others();
    if (others.empty()) {
      return;
    }
    heading("Other tests");
    paragraph(StudyTables.OTHERS);
    table(others);
  }

  private void how() {
    heading("How");
    List<String> lines = new ArrayList<>();
    String with = plan.overrides().isEmpty() ? "" : " with " + code(plan.overrides());
    lines.add("base " + code(List.of(plan.base())) + with + ", Braid " + plan.braid());
    lines.add(StudyWords.seeds(plan));
    for (PlannedVariant variant : plan.variants()) {
      List<String> sets = new ArrayList<>();
      variant.sets().forEach((key, value) -> sets.add(key + " = " + value));
      lines.add(text(variant.name()) + ": " + (sets.isEmpty() ? "the base" : code(sets)));
    }
    lines.forEach(line -> page.append("- ").append(line).append('\n'));
    page.append(
        "\nEvery trial stands in `results.csv`; the plan, as it was written before the first trial, in `plan.json`.\n");
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      heading(title);
      lines.forEach(line -> page.append("- ").append(text(line)).append('\n'));
      page.append('\n');
    }
  }

  private void heading(String title) {
    page.append("## ").append(title).append("\n\n");
  }

  private void paragraph(String words) {
    page.append(words).append("\n\n");
  }

  private void table(Table table) {
    row(table.columns().stream().map(Table.Cell::text).toList());
    page.append('|');
    table.columns().forEach(column -> page.append(column.number() ? "--:|" : "---|"));
    page.append('\n');
    for (Table.Row row : table.rows()) {
      row(
          Stream.concat(Stream.of(row.head()), row.cells().stream())
              .map(c -> text(c.text()))
              .toList());
    }
    page.append('\n');
  }

  private void row(List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String code(List<String> texts) {
    return String.join(
        ", ",
        texts.stream().map(t -> "`" + t.replace("`", "'").replace("|", "\\|") + "`").toList());
  }

  /** Names come from a file: nothing in them is Markdown. */
  private static String text(String plain) {
    return plain
        .replaceAll("([\\\\`*_{}\\[\\]|#])", "\\\\$1")
        .replaceAll("<(?=[A-Za-z/!?])", "&lt;")
        .replace(">", "&gt;");
  }
}
