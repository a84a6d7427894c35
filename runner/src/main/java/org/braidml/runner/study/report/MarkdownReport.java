package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braidml.api.config.Names;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.report.StudyReport.Spread;
import org.braidml.runner.study.report.StudyReport.Verdict;
import org.jspecify.annotations.Nullable;

/** A study as one page of Markdown. */
final class MarkdownReport {

  private final StudyReport report;
  private final StudyPlan plan;
  private final Numbers numbers;
  private final StringBuilder page = new StringBuilder();

  private MarkdownReport(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
    this.numbers = new Numbers(plan);
  }

  static String of(StudyReport report) {
    return new MarkdownReport(report).page();
  }

  private String page() {
    page.append("# Study ").append(plan.name()).append("\n\n");
    if (report.waiting() > 0) {
      paragraph(
          "**Unfinished: %d of %d trials have not ended.**"
              .formatted(report.waiting(), plan.trials()));
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
    paragraph(
        "By the mean of %s on the validation rows over %s, %s better; deviations after ±. The test rows stand beside it and chose nothing."
            .formatted(plan.metric(), plan.runs(), plan.higherIsBetter() ? "more is" : "less is"));
    row(
        "rank",
        "variant",
        "validation",
        "test",
        "parameters",
        "s an epoch",
        "epochs",
        "MB",
        plan.unit());
    page.append("|--:|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (Row row : report.rows()) {
      boolean baseline = row.variant().name().equals(plan.baseline());
      row(
          row.rank() == 0 ? "" : Integer.toString(row.rank()),
          text(row.variant().name())
              + (baseline ? " (baseline)" : row.variant().reference() ? " (reference)" : ""),
          spread(row.validation()),
          spread(row.test()),
          String.format(Locale.ROOT, "%,d", row.cost().parameters()),
          String.format(Locale.ROOT, "%.2f", row.cost().secondsAnEpoch()),
          Numbers.number(row.cost().epochs(), 0),
          row.cost().megabytes() == 0 ? "" : Long.toString(row.cost().megabytes()),
          row.done() + "/" + plan.seeds());
    }
    StudyReport.Simplest simplest = report.simplest();
    if (simplest != null) {
      row(
          "",
          simplest.name() + " (no model)",
          "",
          Numbers.exact(simplest.test()),
          "0",
          "",
          "",
          "",
          "");
    }
    page.append('\n');
    plan.notes().forEach(note -> paragraph(text(note)));
  }

  private static String spread(Spread spread) {
    return spread.n() < 2
        ? Numbers.exact(spread.mean())
        : Numbers.exact(spread.mean()) + " ± " + Numbers.exact(spread.deviation());
  }

  private void comparisons() {
    heading("Comparisons with " + text(plan.baseline()));
    paragraph(
        "Planned before the first trial: %s on the %s rows; %s; alpha %s."
            .formatted(
                plan.metric(),
                Names.ofConstant(plan.compare()),
                plan.test(),
                trimmed(plan.alpha())));
    row("variant", "difference", "interval", "p", "Hedges' g", "detectable", "verdict");
    page.append("|---|--:|--:|--:|--:|--:|---|\n");
    for (Compared c : report.comparisons()) {
      boolean none = c.verdict() == Verdict.NOT_COMPARED || c.verdict() == Verdict.CONSTANT;
      double margin = (c.interval().high() - c.interval().low()) / 2;
      row(
          text(c.variant()),
          Double.isNaN(c.difference()) ? "" : numbers.difference(c.difference(), margin),
          none ? "" : numbers.interval(c.interval()),
          none ? "" : p(c.p()),
          none || Double.isNaN(c.effect()) ? "" : Numbers.number(c.effect(), 2),
          none ? "" : numbers.difference(c.detectable(), margin),
          Names.ofConstant(c.verdict()).replace('-', ' '));
    }
    page.append('\n');
    paragraph(
        "Differences are %s; detectable: with 80 %% power from as many %s."
            .formatted(numbers.unit(), plan.unit()));
  }

  private void others() {
    List<Compared> tested =
        report.comparisons().stream()
            .filter(c -> c.wilcoxon() != null || c.bootstrap() != null)
            .toList();
    if (tested.isEmpty()) {
      return;
    }
    heading("Other tests");
    paragraph("No sentence rests on these. p-values after Holm, each test by itself.");
    row("variant", "Wilcoxon", "sign flips", "bootstrap (BCa)");
    page.append("|---|--:|--:|--:|\n");
    for (Compared c : tested) {
      row(
          text(c.variant()),
          p(c.wilcoxon()),
          p(c.signFlip()),
          c.bootstrap() == null ? "" : numbers.interval(c.bootstrap()));
    }
    page.append('\n');
  }

  private String p(@Nullable Double p) {
    return p == null ? "" : numbers.p(p).replaceFirst("^= ", "");
  }

  private void how() {
    heading("How");
    List<String> lines = new ArrayList<>();
    String with = plan.overrides().isEmpty() ? "" : " with " + code(plan.overrides());
    lines.add("base " + code(List.of(plan.base())) + with + ", Braid " + plan.braid());
    lines.add(
        "seeds %d to %d drive initial weights, order and dropout; the split %s"
            .formatted(
                plan.firstSeed(),
                plan.firstSeed() + plan.seeds() - 1,
                split()));
    for (PlannedVariant variant : plan.variants()) {
      List<String> sets = new ArrayList<>();
      variant.sets().forEach((key, value) -> sets.add(key + " = " + value));
      lines.add(text(variant.name()) + ": " + (sets.isEmpty() ? "the base" : code(sets)));
    }
    lines.forEach(line -> page.append("- ").append(line).append('\n'));
    page.append(
        "\nEvery trial stands in `results.csv`; the plan, as it was written before the first trial, in `plan.json`.\n");
  }

  private String split() {
    if (plan.folds() > 0) {
      int times = plan.seeds() / plan.folds();
      return "deals rows to %d folds, %s, and each seed tests one of them"
          .formatted(plan.folds(), times == 1 ? "once" : times + " times");
    }
    return plan.resplit() ? "is drawn anew by each seed" : "is one and the same";
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

  private void row(String... cells) {
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
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String trimmed(double value) {
    return Double.toString(value).replaceFirst("^0\\.", ".");
  }
}
