package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.config.Names;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.report.StudyReport.Verdict;
import org.braidml.runner.study.run.TrialResult;

/** What a study says: one sentence a comparison, and never more than was tested. */
final class Sentences {

  private final StudyPlan plan;
  private final Numbers numbers;
  private final Map<String, Row> rows = new HashMap<>();

  private Sentences(StudyPlan plan, List<Row> rows) {
    this.plan = plan;
    this.numbers = new Numbers(plan);
    rows.forEach(row -> this.rows.put(row.variant().name(), row));
  }

  static List<String> of(StudyPlan plan, List<Row> rows, List<Compared> comparisons) {
    Sentences sentences = new Sentences(plan, rows);
    List<String> told = new ArrayList<>();
    if (sentences.missing(plan.baseline()) > 0) {
      told.add(sentences.incomplete(plan.baseline(), "nothing is compared with it"));
    }
    for (Compared compared : comparisons) {
      told.add(sentences.of(compared));
    }
    return List.copyOf(told);
  }

  private String of(Compared compared) {
    return switch (compared.verdict()) {
      case BETTER, WORSE -> shown(compared);
      case NOT_SHOWN -> notShown(compared);
      case CONSTANT -> constant(compared);
      case NOT_COMPARED -> notCompared(compared);
    };
  }

  private String shown(Compared c) {
    String start =
        "%s %s %s by %s %s"
            .formatted(
                c.variant(),
                c.verdict() == Verdict.BETTER ? "beats" : "loses to",
                plan.baseline(),
                amount(Math.abs(c.difference()), c),
                numbers.unit());
    if (c.interval().contains(0)) {
      return "%s (p %s%s), %s. That they differ is shown, by how much is not: the %s, %s, takes in 0."
          .formatted(
              start, numbers.p(c.p()), holm(), varied(), level(), numbers.interval(c.interval()));
    }
    boolean up = c.difference() > 0;
    return "%s (%s %s, p %s%s), %s."
        .formatted(
            start,
            level(),
            numbers.interval(up ? c.interval() : c.interval().negated()),
            numbers.p(c.p()),
            holm(),
            varied());
  }

  private String notShown(Compared c) {
    return "%s and %s: no difference shown (%s %s, %s %s, p %s%s); %s detect %s %s with 80 %% power, %s."
        .formatted(
            c.variant(),
            plan.baseline(),
            amount(c.difference(), c),
            numbers.unit(),
            level(),
            numbers.interval(c.interval()),
            numbers.p(c.p()),
            holm(),
            plan.runs(),
            amount(c.detectable(), c),
            numbers.shortUnit(),
            varied());
  }

  private String constant(Compared c) {
    String what =
        c.difference() == 0
            ? "the same " + plan.metric()
            : "the same difference, "
                + numbers.difference(c.difference(), 0)
                + " "
                + numbers.unit()
                + ",";
    return "%s and %s: %s in each of %s, so there is nothing to test; do the settings in which they differ act?"
        .formatted(c.variant(), plan.baseline(), what, plan.runs());
  }

  private String notCompared(Compared c) {
    if (missing(c.variant()) > 0) {
      return incomplete(c.variant(), "it is not compared");
    }
    if (missing(plan.baseline()) > 0) {
      return c.variant()
          + ": not compared, as the baseline variant has not all its "
          + plan.unit()
          + ".";
    }
    String rows = Names.ofConstant(plan.compare());
    return "%s: not compared: %s is not defined on the %s rows of every %s."
        .formatted(c.variant(), plan.metric(), rows, plan.unit().replaceFirst("s$", ""));
  }

  private int missing(String variant) {
    Row row = rows.get(variant);
    return row == null ? plan.seeds() : plan.seeds() - row.done();
  }

  private String incomplete(String variant, String consequence) {
    Row row = rows.get(variant);
    Map<String, Integer> states = new TreeMap<>();
    int ended = 0;
    if (row != null) {
      for (TrialResult trial : row.trials()) {
        ended++;
        if (!trial.done()) {
          states.merge(Numbers.word(trial), 1, Integer::sum);
        }
      }
    }
    if (ended < plan.seeds()) {
      states.merge("to come", plan.seeds() - ended, Integer::sum);
    }
    List<String> counts = new ArrayList<>();
    states.forEach((state, count) -> counts.add(count + " " + state));
    return "%s: %d of %d %s done (%s); %s."
        .formatted(
            variant,
            row == null ? 0 : row.done(),
            plan.seeds(),
            plan.unit(),
            String.join(", ", counts),
            consequence);
  }

  private String amount(double value, Compared c) {
    return numbers.difference(value, (c.interval().high() - c.interval().low()) / 2);
  }

  private String holm() {
    return plan.comparisons().size() > 1 ? " after Holm" : "";
  }

  private String level() {
    String level =
        String.format(Locale.ROOT, "%.4f", 100 * (1 - plan.alpha())).replaceFirst("\\.?0+$", "");
    return (plan.comparisons().size() > 1 ? "simultaneous " : "") + level + " % interval";
  }

  /** What was drawn anew by each seed. */
  private String varied() {
    if (plan.folds() > 0) {
      return "over initialisations and " + plan.runs();
    }
    return plan.resplit()
        ? "over initialisations and splits"
        : "over initialisations on this one split";
  }
}
