package org.braidml.runner.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.jspecify.annotations.Nullable;

/** Runs the trials of a study that have not ended, several at a time. */
public final class StudyRunner {

  private final StudyDirectory directory;
  private final StudyPlan plan;
  private final TrialProcess processes;
  private final StudyView view;
  private final RunningTrials running = new RunningTrials();

  /** A runner of one study. */
  public StudyRunner(
      StudyDirectory directory, StudyPlan plan, TrialProcess processes, StudyView view) {
    this.directory = directory;
    this.plan = plan;
    this.processes = processes;
    this.view = view;
  }

  private record Waiting(PlannedVariant variant, long seed) {}

  /**
   * Runs what has not ended, all variants of a seed before the next seed.
   *
   * @param jobs trials at a time
   * @param again whether trials that did not end well are run again
   * @throws IOException if the study is running already, or a file cannot be written
   */
  public void run(int jobs, boolean again) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      Queue<Waiting> waiting = new ArrayDeque<>();
      List<TrialResult> before = new ArrayList<>();
      for (long seed : plan.seedList()) {
        for (PlannedVariant variant : plan.variants()) {
          TrialResult result = directory.trial(variant, seed).result().orElse(null);
          if (result == null || (again && !result.done())) {
            waiting.add(new Waiting(variant, seed));
          } else {
            before.add(result);
          }
        }
      }
      view.started(before);
      Thread hook = new Thread(this::stop, "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        work(waiting, jobs);
      } finally {
        view.ended();
        removeHook(hook);
      }
    }
  }

  private void stop() {
    running.stop();
    view.stopped();
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process runs it.
    }
    if (lock == null) {
      throw new IOException(directory.path() + ": this study is running already");
    }
    return lock;
  }

  /** Where the program is ending already, hooks stay. */
  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return;
    }
  }

  private void work(Queue<Waiting> waiting, int jobs) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        ends.add(workers.submit(() -> worker(waiting)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw new IllegalStateException("a worker failed", e.getCause());
    } finally {
      running.stop();
      workers.shutdownNow();
    }
  }

  private void worker(Queue<Waiting> waiting) {
    try {
      for (Waiting trial = next(waiting); trial != null; trial = next(waiting)) {
        trial(trial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Waiting next(Queue<Waiting> waiting) {
    synchronized (view) {
      Waiting trial = running.stopped() ? null : waiting.poll();
      if (trial != null) {
        view.trialStarted(trial.variant(), trial.seed());
      }
      return trial;
    }
  }

  private void trial(Waiting trial) throws IOException, InterruptedException {
    TrialFolder folder = directory.trial(trial.variant(), trial.seed());
    int attempt = folder.nextAttempt();
    String name = trial.variant().name();
    int exit = running.run(() -> processes.start(folder, name, trial.seed(), attempt));
    TrialResult result = folder.result().filter(r -> r.attempt() == attempt).orElse(null);
    if (result == null) {
      if (running.stopped(exit)) {
        return;
      }
      String reason = TrialProcess.reason(exit, folder.log(attempt));
      TrialResult.State state = TrialResult.State.CRASHED;
      result = TrialResult.failed(name, trial.seed(), state, reason, attempt);
      folder.finish(result);
    }
    synchronized (view) {
      view.trialEnded(result);
    }
  }
}
