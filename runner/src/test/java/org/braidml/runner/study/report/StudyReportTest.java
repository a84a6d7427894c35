package org.braidml.runner.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braidml.runner.Golden;
import org.braidml.runner.run.Json;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.report.StudyReport.Verdict;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.stats.PairedT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What studies say, from trials whose truth is known. */
final class StudyReportTest {

  private static StudyReport made(StudyPlan plan, double... means) {
    return Analysis.of(plan, MadeStudy.results(plan, 11, means));
  }

  @Test
  void aWholeStudyInMarkdownAndCsv() throws IOException {
    StudyPlan plan =
        MadeStudy.plan("accuracy", 10, false, "last", "mean", "max", "sum", "twin", "static-only");
    List<TrialResult> results =
        new ArrayList<>(MadeStudy.results(plan, 11, 0.78, 0.80, 0.782, 0.70, 0.78, 0.43));
    results.removeIf(r -> r.variant().equals("twin"));
    results.stream()
        .filter(r -> r.variant().equals("last"))
        .toList()
        .forEach(r -> results.add(MadeStudy.done(plan, "twin", r.seed(), Analysis.score(plan, r))));
    results.removeIf(r -> r.variant().equals("sum") && r.seed() == 4);
    results.add(MadeStudy.diverged("sum", 4));
    StudyReport report = Analysis.of(plan, results);
    Golden.matches("study/report", MarkdownReport.of(report));
    Golden.matches("study/results", ResultsCsv.of(report));
    assertThat(Json.record(report)).contains("\"sentences\"", "\"wilcoxon\"");
  }

  @Test
  void aStudyOfErrorsAndOneComparison() throws IOException {
    StudyPlan plan = MadeStudy.plan("rmse", 10, false, "sequence", "both");
    Golden.matches("study/sentence-rmse", said(made(plan, 0.55, 0.47)));
  }

  /** Where windows gather the target's column, what it was last stands beside the mean. */
  @Test
  void aStudyOfSeriesStandsBesideTheLastValue() throws IOException {
    StudyPlan plan = MadeStudy.plan("rmse", 2, false, "sequence", "both");
    List<TrialResult> results =
        MadeStudy.results(plan, 11, 0.55, 0.47).stream()
            .map(r -> MadeStudy.withLastValue(r, Map.of("rmse", 0.5, "mae", 0.25)))
            .toList();
    StudyReport report = Analysis.of(plan, results);
    String page = MarkdownReport.of(report);
    Golden.matches("study/last-value", page.substring(page.indexOf("## Ranking")).split("\n\n")[2]);
    assertThat(Json.parse(Json.record(report)).at("/last-value/test").asDouble()).isEqualTo(0.5);
  }

  @Test
  void trialsOfStudiesBeforeLastValuesAreRead(@TempDir Path folder) throws IOException {
    StudyPlan plan = MadeStudy.plan("rmse", 2, false, "sequence", "both");
    TrialResult result = MadeStudy.done(plan, "both", 1, 0.5);
    String json = Json.record(result);
    String before = json.replaceFirst("(?s)  \"last-value\" : \\{ *\\},\n", "");
    assertThat(before).isNotEqualTo(json);
    Path file = Files.writeString(folder.resolve("result.json"), before);
    assertThat(Json.read(file, TrialResult.class)).isEqualTo(result);
  }

  @Test
  void sentencesSayWhichSeedsVaried() throws IOException {
    StudyPlan plan = MadeStudy.plan("accuracy", 10, true, "last", "mean", "max");
    StudyReport report = made(plan, 0.78, 0.83, 0.78);
    Golden.matches("study/sentences-resplit", said(report));
    assertThat(report.comparisons()).allMatch(c -> c.wilcoxon() == null && c.signFlip() == null);
  }

  /** The variance of the mean is s^2 (1/n + test rows / training rows), and nothing else speaks. */
  @Test
  void foldsAreComparedByTheCorrectedTestAlone() throws IOException {
    StudyPlan once = MadeStudy.folds(20, 20, "last", "mean");
    StudyPlan plan = MadeStudy.folds(5, 10, "last", "mean", "max", "sum");
    List<TrialResult> results = new ArrayList<>(MadeStudy.results(plan, 11, 0.78, 0.83, 0.78, 0.7));
    results.removeIf(r -> r.variant().equals("sum") && r.seed() == 4);
    results.add(MadeStudy.diverged("sum", 4));
    StudyReport report = Analysis.of(plan, results);
    Golden.matches("study/report-folds", MarkdownReport.of(report));
    Golden.matches("study/results-folds", ResultsCsv.of(report));
    Golden.matches("study/sentences-folds-once", said(made(once, 0.78, 0.79)));
    Compared mean = report.comparisons().get(0);
    double[] paired = mean.differences().stream().mapToDouble(Double::doubleValue).toArray();
    PairedT expected = PairedT.corrected(200.0 / 800, paired);
    assertThat(mean.interval()).isEqualTo(expected.interval(0.05 / 3));
    assertThat(report.comparisons()).allMatch(c -> c.wilcoxon() == null && c.signFlip() == null);
    assertThat(made(once, 0.78, 0.79).comparisons().get(0).bootstrap()).isNull();
  }

  /** Comparing on validation rows, it is those that trials share. */
  @Test
  void theCorrectionCountsTheRowsThatAreCompared() {
    StudyPlan plan = MadeStudy.foldsOnValidationRows(5, 5, "last", "mean");
    Compared mean = made(plan, 0.78, 0.83).comparisons().get(0);
    double[] paired = mean.differences().stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(mean.interval()).isEqualTo(PairedT.corrected(100.0 / 800, paired).interval(0.05));
  }

  @Test
  void fewSeedsAllowNoExactTestAndManyTheBootstrap() {
    StudyReport few = made(MadeStudy.plan("accuracy", 5, false, "last", "mean"), 0.7, 0.8);
    StudyReport many = made(MadeStudy.plan("accuracy", 20, false, "last", "mean"), 0.7, 0.8);
    assertThat(few.comparisons().get(0).wilcoxon()).isNull();
    assertThat(few.comparisons().get(0).bootstrap()).isNull();
    assertThat(many.comparisons().get(0).wilcoxon()).isLessThan(0.001);
    assertThat(many.comparisons().get(0).bootstrap()).isNotNull();
  }

  @Test
  void withoutTheWholeBaselineNothingIsCompared() throws IOException {
    StudyPlan plan = MadeStudy.plan("accuracy", 3, false, "last", "mean");
    List<TrialResult> results = new ArrayList<>(MadeStudy.results(plan, 1, 0.7, 0.8));
    results.removeIf(r -> r.variant().equals("last") && r.seed() > 1);
    results.add(MadeStudy.diverged("last", 2));
    StudyReport report = Analysis.of(plan, results);
    Golden.matches("study/sentences-no-baseline", said(report));
    assertThat(report.waiting()).isEqualTo(1);
  }

  @Test
  void theRankingGoesByTheValidationRowsAlone() {
    StudyPlan plan = MadeStudy.plan("accuracy", 2, false, "last", "mean");
    List<TrialResult> results = MadeStudy.results(plan, 1, 0.7, 0.9);
    List<TrialResult> turned =
        results.stream()
            .map(
                r ->
                    new TrialResult(
                        r.variant(),
                        r.seed(),
                        r.state(),
                        "",
                        1,
                        r.variant().equals("last")
                            ? java.util.Map.of("accuracy", 0.99)
                            : r.validation(),
                        r.test(),
                        r.simplest(),
                        "",
                        r.lastValue(),
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1))
            .toList();
    assertThat(Analysis.of(plan, turned).rows())
        .extracting(row -> row.variant().name())
        .containsExactly("last", "mean");
    assertThat(Analysis.of(plan, results).rows()).extracting(Row::rank).containsExactly(1, 2);
  }

  /** 100 made studies: a sentence never says other than its p-value and its interval. */
  @Test
  void sentencesNeverContradictPValues() {
    StudyPlan plan = MadeStudy.plan("accuracy", 6, false, "last", "a", "b", "c");
    int shownOverZero = 0;
    for (int study = 0; study < 100; study++) {
      StudyReport report = Analysis.of(plan, MadeStudy.results(plan, study, 0.7, 0.7, 0.72, 0.69));
      for (int i = 0; i < 3; i++) {
        Compared c = report.comparisons().get(i);
        String sentence = report.sentences().get(i);
        boolean shown = c.verdict() == Verdict.BETTER || c.verdict() == Verdict.WORSE;
        boolean over = c.interval().contains(0);
        assertThat(shown).as(sentence).isEqualTo(c.p() <= 0.05);
        assertThat(sentence.contains("no difference shown")).as(sentence).isEqualTo(!shown);
        assertThat(sentence.contains(" beats ") || sentence.contains(" loses to "))
            .as(sentence)
            .isEqualTo(shown);
        assertThat(sentence.contains("takes in 0")).as(sentence).isEqualTo(shown && over);
        assertThat(shown || over).as(sentence).isTrue();
        shownOverZero += shown && over ? 1 : 0;
      }
    }
    assertThat(shownOverZero).isPositive();
  }

  private static String said(StudyReport report) {
    return String.join("\n", report.sentences()) + "\n";
  }
}
