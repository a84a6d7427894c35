package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.config.Names;
import org.braidml.runner.report.Chart;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.plan.StudyPlan;

/**
 * The page of a study, as its template reads it.
 *
 * @param name of the study
 * @param question what is asked, in a line
 * @param unfinished how much is to come; empty if nothing is
 * @param sentences what the study says
 * @param facts numbers about the study
 * @param untunedTitle above what was not tuned
 * @param untuned settings that are equal in all variants
 * @param rankingNote how to read the ranking
 * @param rankingCharts the ranking, and heat maps of two axes
 * @param ranking every variant
 * @param notes what a reader should know
 * @param baseline the variant that others are compared with
 * @param comparisonsNote what was planned
 * @param comparisonCharts the differences; none without comparisons
 * @param comparisons tables of the tests
 * @param learningCharts none if no epoch was measured
 * @param costCharts what is reached against what it takes
 * @param how a paragraph each
 * @param variants what each variant sets
 * @param failures a sentence for each trial that did not end well
 */
record StudyPage(
    String name,
    String question,
    String unfinished,
    List<String> sentences,
    List<Fact> facts,
    String untunedTitle,
    List<String> untuned,
    String rankingNote,
    List<Chart> rankingCharts,
    Table ranking,
    List<String> notes,
    String baseline,
    String comparisonsNote,
    List<Chart> comparisonCharts,
    List<Table> comparisons,
    List<Chart> learningCharts,
    List<Chart> costCharts,
    List<String> how,
    Table variants,
    List<String> failures) {

  /** A number with its name. */
  record Fact(String name, String value) {}

  /**
   * Makes the page.
   *
   * @param curves how the variants learned: the mean of each epoch, by variant
   */
  static StudyPage of(StudyReport report, Map<String, List<Double>> curves) {
    StudyPlan plan = report.plan();
    StudyCharts charts = new StudyCharts(report);
    StudyTables tables = new StudyTables(report);
    List<Chart> ranking = new ArrayList<>(List.of(charts.ranking()));
    ranking.addAll(new StudyHeatMaps(report).charts());
    boolean compared = !report.comparisons().isEmpty();
    return new StudyPage(
        plan.name(),
        "%d variants by %s, %s each".formatted(plan.variants().size(), plan.metric(), plan.runs()),
        StudyWords.unfinished(report),
        report.sentences().stream().map(StudyPage::unbroken).toList(),
        facts(report),
        StudyWords.untuned(plan),
        plan.untuned(),
        StudyWords.ranking(plan),
        ranking,
        tables.ranking(),
        plan.notes(),
        plan.baseline(),
        StudyWords.comparisons(plan) + " " + StudyWords.units(plan, new Numbers(plan)),
        compared ? List.of(charts.differences()) : List.of(),
        Stream.of(tables.comparisons(), tables.others()).filter(t -> !t.empty()).toList(),
        curves.isEmpty() ? List.of() : List.of(charts.learning(curves)),
        new StudyCosts(report).charts(),
        List.of(StudyWords.base(plan), "Here " + StudyWords.seeds(plan) + "."),
        tables.variants(),
        report.failures());
  }

  /** A line does not end within "p = .03". */
  private static String unbroken(String sentence) {
    return sentence.replaceAll("\\bp ([=<]) ", "p\u00a0$1\u00a0");
  }

  private static List<Fact> facts(StudyReport report) {
    StudyPlan plan = report.plan();
    return List.of(
        new Fact("Metric", plan.metric()),
        new Fact("Baseline", plan.baseline()),
        new Fact("Compared on", Names.ofConstant(plan.compare()) + " rows"),
        new Fact("Each variant", plan.runs()),
        new Fact("Trials", (plan.trials() - report.waiting()) + " of " + plan.trials()));
  }

  boolean compared() {
    return !comparisonCharts.isEmpty();
  }

  boolean learned() {
    return !learningCharts.isEmpty();
  }

  boolean failed() {
    return !failures.isEmpty();
  }

  /** Returns all charts. */
  List<Chart> charts() {
    return Stream.of(rankingCharts, comparisonCharts, learningCharts, costCharts)
        .flatMap(List::stream)
        .toList();
  }
}
