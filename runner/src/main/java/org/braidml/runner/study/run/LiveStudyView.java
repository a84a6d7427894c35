package org.braidml.runner.study.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;

/** Variants by seeds, drawn again in place at every change: what a terminal gets. */
public final class LiveStudyView implements StudyView {

  private static final int WIDTH = 79;
  private static final int MOST_ROWS = 20;
  private static final int MOST_SEEDS = 30;
  private static final int MOST_NAME = 24;

  private final PrintStream out;
  private final StudyPlan plan;
  private final Progress progress;
  private final String resume;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "clock");
            thread.setDaemon(true);
            return thread;
          });
  private int drawn;

  /**
   * A view for a terminal.
   *
   * @param out the terminal
   * @param plan of the study
   * @param jobs trials at a time
   * @param resume the command that goes on with the study
   */
  public LiveStudyView(PrintStream out, StudyPlan plan, int jobs, String resume) {
    this.out = out;
    this.plan = plan;
    this.progress = new Progress(plan, jobs);
    this.resume = resume;
  }

  /** Returns whether a study is small enough to be drawn whole. */
  public static boolean fits(StudyPlan plan) {
    return plan.variants().size() <= MOST_ROWS && plan.seeds() <= MOST_SEEDS;
  }

  @Override
  public synchronized void started(List<TrialResult> before) {
    progress.started(before);
    out.println("+ done  > running  . waiting  x failed");
    draw();
    var unused = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void tick() {
    draw();
  }

  @Override
  public synchronized void trialStarted(PlannedVariant variant, long seed) {
    progress.trialStarted(variant, seed);
    draw();
  }

  @Override
  public synchronized void trialEnded(TrialResult result) {
    progress.trialEnded(result);
    if (!result.done()) {
      erase();
      out.println(PlainStudyView.shortened(PlainStudyView.told(plan, result), WIDTH));
    }
    draw();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\033[" + drawn + "A\033[J");
      drawn = 0;
    }
  }

  private void draw() {
    erase();
    List<String> lines = new ArrayList<>();
    int name = plan.variants().stream().mapToInt(v -> v.name().length()).max().orElse(0);
    int width = Math.min(MOST_NAME, name);
    for (PlannedVariant variant : plan.variants()) {
      OptionalDouble mean = progress.mean(variant);
      String row =
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %s  %s%s",
              PlainStudyView.shortened(variant.name(), width),
              progress.letters(variant),
              mean.isPresent() ? Progress.number(mean.getAsDouble()) : "",
              progress.best(variant) ? "  best so far" : "");
      lines.add(PlainStudyView.shortened(row.stripTrailing(), WIDTH));
    }
    lines.add(PlainStudyView.shortened(progress.line(), WIDTH));
    lines.forEach(out::println);
    out.flush();
    drawn = lines.size();
  }

  @Override
  public synchronized void ended() {
    clock.shutdownNow();
    draw();
  }

  @Override
  public synchronized void stopped() {
    clock.shutdownNow();
    out.println("stopped; to go on: " + resume);
    out.flush();
  }
}
