package org.braidml.runner.study.run;

import java.io.PrintStream;
import java.util.List;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.train.PlainProgress;

/** One line a trial: what a log file or a pipe gets. */
public final class PlainStudyView implements StudyView {

  private final PrintStream out;
  private final StudyPlan plan;
  private final Progress progress;
  private final String resume;

  /**
   * A view of plain lines.
   *
   * @param out where lines go
   * @param plan of the study
   * @param jobs trials at a time
   * @param resume the command that goes on with the study
   */
  public PlainStudyView(PrintStream out, StudyPlan plan, int jobs, String resume) {
    this.out = out;
    this.plan = plan;
    this.progress = new Progress(plan, jobs);
    this.resume = resume;
  }

  @Override
  public void started(List<TrialResult> before) {
    progress.started(before);
    if (!before.isEmpty()) {
      out.println(progress.count() + " trials had ended before");
    }
  }

  @Override
  public void trialStarted(PlannedVariant variant, long seed) {
    progress.trialStarted(variant, seed);
  }

  @Override
  public void trialEnded(TrialResult result) {
    progress.trialEnded(result);
    out.println(progress.count() + "  " + told(plan, result) + progress.left());
    out.flush();
  }

  /** Returns a result in a line. */
  public static String told(StudyPlan plan, TrialResult result) {
    String what = result.variant() + ", seed " + result.seed() + ": ";
    if (!result.done()) {
      String state = Words.of(result.state());
      return what + state + ", " + shortened(result.reason(), 120);
    }
    Double reached = result.validation().get(plan.metric());
    return what
        + (reached == null
            ? "done"
            : "validation " + plan.metric() + " " + Progress.number(reached))
        + " in "
        + PlainProgress.duration(Math.round(result.seconds()));
  }

  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }

  @Override
  public void ended() {}

  @Override
  public void stopped() {
    out.println("stopped; to go on: " + resume);
    out.flush();
  }
}
