package org.braidml.runner.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.braidml.api.config.Names;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyFiles;
import org.braidml.runner.study.report.StudyReport;
import org.braidml.runner.study.run.LiveStudyView;
import org.braidml.runner.study.run.PlainStudyView;
import org.braidml.runner.study.run.StudyDirectory;
import org.braidml.runner.study.run.StudyRunner;
import org.braidml.runner.study.run.StudyView;
import org.braidml.runner.study.run.TrialProcess;
import org.braidml.runner.study.run.TrialResult;

/** Shows a study on a terminal, or in a log, at most 80 columns wide. */
final class StudyTerminal {

  private static final int WIDTH = 80;
  private static final int MOST_SETS = 3;
  private static final int MOST_TEXT = 48;

  private final Terminal terminal;
  private final PrintStream out;

  StudyTerminal(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  /** Prints what will be done. */
  void plan(StudyPlan plan) {
    out.printf(
        Locale.ROOT,
        "study %s: %d variants%s x %s = %d trials%n",
        plan.name(),
        plan.compared().size(),
        references(plan),
        plan.runs(),
        plan.trials());
    wrapped(
        "compares %s on the %s rows with %s: %s"
            .formatted(
                plan.metric(), Names.ofConstant(plan.compare()), plan.baseline(), plan.test()));
    if (!plan.overrides().isEmpty()) {
      wrapped("over the base: " + String.join(", ", plan.overrides()));
    }
    TextTable table = new TextTable(-1).row("variant", "sets");
    for (PlannedVariant variant : plan.variants()) {
      String name =
          variant.name()
              + (variant.name().equals(plan.baseline()) ? " (baseline)" : "")
              + (variant.reference() ? " (reference)" : "");
      table.row(name, sets(variant));
    }
    out.println();
    out.print(table.render(""));
    out.println();
    plan.notes().forEach(note -> wrapped("note: " + note));
  }

  private static String references(StudyPlan plan) {
    int count = plan.variants().size() - plan.compared().size();
    return count == 0 ? "" : " and " + count + (count == 1 ? " reference" : " references");
  }

  private static String sets(PlannedVariant variant) {
    List<String> sets =
        variant.sets().entrySet().stream().map(e -> shortened(e.getKey(), e.getValue())).toList();
    return sets.isEmpty()
        ? "(the base)"
        : String.join("\n", sets.subList(0, Math.min(MOST_SETS, sets.size())))
            + (sets.size() > MOST_SETS ? "\nand " + (sets.size() - MOST_SETS) + " more" : "");
  }

  /** Of a long line the first part of the key goes, then the end of the value. */
  private static String shortened(String key, String value) {
    String text = key + " = " + value;
    int cut = Math.min(text.length() - MOST_TEXT + 3, Math.max(0, key.lastIndexOf('.')));
    String kept =
        text.length() <= MOST_TEXT || cut <= 0
            ? text
            : "..." + text.substring(cut).replaceFirst("^\\.", "");
    return kept.length() <= MOST_TEXT ? kept : kept.substring(0, MOST_TEXT - 3) + "...";
  }

  /** Runs what has not ended, then reports; returns the exit code. */
  int run(StudyDirectory directory, int jobs, boolean again) throws IOException {
    StudyPlan plan = directory.plan();
    String shown = TerminalRun.shown(directory.path());
    out.println("folder " + shown);
    String resume = "braid study resume " + shown;
    StudyView view =
        terminal.interactive() && LiveStudyView.fits(plan)
            ? new LiveStudyView(out, plan, jobs, resume)
            : new PlainStudyView(out, plan, jobs, resume);
    TrialProcess processes = new TrialProcess(plan.javaOptions(), plan.pluginFolders());
    new StudyRunner(directory, plan, processes, view).run(jobs, again);
    StudyReport report = StudyFiles.write(directory);
    out.println();
    finished(report, directory);
    return report.waiting() > 0 ? BraidCommand.FAILED : BraidCommand.DONE;
  }

  /** Prints what the study says. */
  void finished(StudyReport report, StudyDirectory directory) {
    out.print(ranking(report));
    out.println();
    for (String sentence : report.sentences()) {
      wrapped(sentence);
    }
    for (String failure : report.failures()) {
      wrapped("failed: " + failure);
    }
    if (report.waiting() > 0) {
      wrapped("unfinished: %d trials to come".formatted(report.waiting()));
    }
    out.println();
    out.println("report " + TerminalRun.shown(directory.reportHtml()));
    out.println("trials " + TerminalRun.shown(directory.results()));
  }

  private static String ranking(StudyReport report) {
    TextTable table =
        new TextTable(-1)
            .row(report.plan().metric(), "validation", "test", "parameters", "s/epoch");
    for (StudyReport.Row row : report.rows()) {
      table.row(
          (row.rank() == 0 ? "-" : Integer.toString(row.rank())) + " " + row.variant().name(),
          TerminalRun.number(row.validation().mean()),
          TerminalRun.number(row.test().mean()),
          String.format(Locale.ROOT, "%,d", row.cost().parameters()),
          String.format(Locale.ROOT, "%.2f", row.cost().secondsAnEpoch()));
    }
    for (StudyReport.Simplest simplest : report.withoutModel()) {
      table.row("- " + simplest.name(), "", TerminalRun.number(simplest.test()), "0", "");
    }
    return table.render("");
  }

  /** Prints how far a study is. */
  void status(StudyDirectory directory) throws IOException {
    StudyPlan plan = directory.plan();
    List<TrialResult> results = directory.results(plan);
    TextTable table = new TextTable(-1).row("variant", "done", "failed", "to come");
    for (PlannedVariant variant : plan.variants()) {
      List<TrialResult> mine =
          results.stream().filter(r -> r.variant().equals(variant.name())).toList();
      long done = mine.stream().filter(TrialResult::done).count();
      table.row(
          variant.name(),
          Long.toString(done),
          Long.toString(mine.size() - done),
          Integer.toString(plan.seeds() - mine.size()));
    }
    out.print(table.render(""));
    results.stream()
        .filter(result -> !result.done())
        .forEach(result -> wrapped(PlainStudyView.told(plan, result)));
    out.printf(Locale.ROOT, "%d of %d trials have ended%n", results.size(), plan.trials());
    if (results.size() < plan.trials()) {
      out.println("to go on: braid study resume " + TerminalRun.shown(directory.path()));
    }
  }

  private void wrapped(String text) {
    out.print(Wrapped.text(text, WIDTH, 2));
  }
}
