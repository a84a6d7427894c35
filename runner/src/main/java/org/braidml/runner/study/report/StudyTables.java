package org.braidml.runner.study.report;

import java.util.List;
import java.util.Locale;
import org.braidml.api.config.Names;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.report.StudyReport.Spread;
import org.braidml.runner.study.report.StudyReport.Verdict;
import org.jspecify.annotations.Nullable;

/** The tables of a study, the same in Markdown and on the page. */
final class StudyTables {

  /** What the other tests are. */
  static final String OTHERS =
      "No sentence rests on these. p-values after Holm, each test by itself.";

  private final StudyReport report;
  private final StudyPlan plan;
  private final Numbers numbers;

  StudyTables(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
    this.numbers = new Numbers(plan);
  }

  /** Returns every variant with its rank, its means and what it takes. */
  Table ranking() {
    Table.Builder table =
        Table.of("Every variant, deviations over " + plan.unit() + " after ±")
            .text("variant")
            .numbers("rank", "validation", "test", "parameters", "s an epoch", "epochs", "MB")
            .numbers(plan.unit());
    for (Row row : report.rows()) {
      table.row(
          row.variant().name() + role(row.variant()),
          row.rank() == 0 ? "" : Integer.toString(row.rank()),
          spread(row.validation()),
          spread(row.test()),
          String.format(Locale.ROOT, "%,d", row.cost().parameters()),
          String.format(Locale.ROOT, "%.2f", row.cost().secondsAnEpoch()),
          Numbers.number(row.cost().epochs(), 0),
          row.cost().megabytes() == 0 ? "" : Long.toString(row.cost().megabytes()),
          row.done() + "/" + plan.seeds());
    }
    for (StudyReport.Simplest simplest : report.withoutModel()) {
      String name = simplest.name() + " (no model)";
      table.row(name, "", "", Numbers.exact(simplest.test()), "0", "", "", "", "");
    }
    return table.build();
  }

  private String role(PlannedVariant variant) {
    return variant.name().equals(plan.baseline())
        ? " (baseline)"
        : variant.reference() ? " (reference)" : "";
  }

  private static String spread(Spread spread) {
    return spread.n() < 2
        ? Numbers.exact(spread.mean())
        : Numbers.exact(spread.mean()) + " ± " + Numbers.exact(spread.deviation());
  }

  /** Returns the planned comparisons; empty if there are none. */
  Table comparisons() {
    Table.Builder table =
        Table.of("Differences to " + plan.baseline() + ", " + numbers.unit())
            .text("variant")
            .numbers("difference", "interval", "p", "Hedges' g", "detectable")
            .text("verdict");
    for (Compared c : report.comparisons()) {
      boolean none = c.verdict() == Verdict.NOT_COMPARED || c.verdict() == Verdict.CONSTANT;
      double margin = (c.interval().high() - c.interval().low()) / 2;
      table.row(
          c.variant(),
          Double.isNaN(c.difference()) ? "" : numbers.difference(c.difference(), margin),
          none ? "" : numbers.interval(c.interval()),
          none ? "" : p(c.p()),
          none || Double.isNaN(c.effect()) ? "" : Numbers.number(c.effect(), 2),
          none ? "" : numbers.difference(c.detectable(), margin),
          Names.ofConstant(c.verdict()).replace('-', ' '));
    }
    return table.build();
  }

  /** Returns the tests that no sentence rests on; empty where none can reach its level. */
  Table others() {
    Table.Builder table =
        Table.of(OTHERS).text("variant").numbers("Wilcoxon", "sign flips", "bootstrap (BCa)");
    report.comparisons().stream()
        .filter(c -> c.wilcoxon() != null || c.bootstrap() != null)
        .forEach(
            c ->
                table.row(
                    c.variant(),
                    p(c.wilcoxon()),
                    p(c.signFlip()),
                    c.bootstrap() == null ? "" : numbers.interval(c.bootstrap())));
    return table.build();
  }

  /** Returns what each variant sets, and what it has besides that nobody tuned. */
  Table variants() {
    Table.Builder table =
        Table.of("What each variant sets").text("variant", "sets", "has besides, not tuned");
    for (PlannedVariant variant : plan.variants()) {
      List<String> sets =
          variant.sets().entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList();
      table.row(
          variant.name(),
          sets.isEmpty() ? "the base" : String.join(", ", sets),
          String.join(", ", variant.own()));
    }
    return table.build();
  }

  private String p(@Nullable Double p) {
    return p == null ? "" : numbers.p(p).replaceFirst("^= ", "");
  }
}
