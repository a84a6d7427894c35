package org.braidml.runner.study.report;

import java.io.IOException;
import org.braidml.runner.report.HtmlPage;
import org.braidml.runner.run.Json;
import org.braidml.runner.run.WholeFile;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.run.StudyDirectory;

/**
 * Writes the report of a study: a page and Markdown for people, JSON for other programs, and every
 * trial.
 */
public final class StudyFiles {

  private StudyFiles() {}

  /** Writes the files anew from what came of the trials so far; returns what they tell. */
  public static StudyReport write(StudyDirectory directory) throws IOException {
    StudyPlan plan = directory.plan();
    StudyReport report = Analysis.of(plan, directory.results(plan));
    WholeFile.write(directory.reportMarkdown(), MarkdownReport.of(report));
    StudyPage page = StudyPage.of(report, StudyCurves.of(directory, report));
    WholeFile.write(directory.reportHtml(), HtmlPage.of("study", page, page.charts()));
    WholeFile.write(directory.reportJson(), Json.record(report));
    WholeFile.write(directory.results(), ResultsCsv.of(report));
    return report;
  }
}
