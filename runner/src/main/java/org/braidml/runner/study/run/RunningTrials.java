package org.braidml.runner.study.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The processes that are running, so that none is left when the study stops. */
final class RunningTrials {

  /** What a process ends with that was interrupted, or that lost its study. */
  static final int INTERRUPTED = 130;

  private static final int SIGNALS = 128;
  private static final long GRACE_MILLIS = 1000;

  private final Set<Process> processes = new HashSet<>();
  private boolean stopped;

  /** Starts a process. */
  interface Start {
    /** Starts it. */
    Process process() throws IOException;
  }

  /** Runs a process to its end; returns its exit code, or that of an interrupted one. */
  int run(Start start) throws IOException, InterruptedException {
    Process process;
    synchronized (this) {
      if (stopped) {
        return INTERRUPTED;
      }
      process = start.process();
      processes.add(process);
    }
    try {
      return process.waitFor();
    } finally {
      synchronized (this) {
        processes.remove(process);
      }
    }
  }

  /** Ends what is running; nothing is started from now on. */
  synchronized void stop() {
    stopped = true;
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      try {
        if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
    notifyAll();
  }

  synchronized boolean stopped() {
    return stopped;
  }

  /**
   * Returns whether a process ended because the study stops. A signal may reach the trials before
   * the study itself, so the study gets a moment to notice.
   */
  synchronized boolean stopped(int exit) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    long left = GRACE_MILLIS;
    while (!stopped && exit > SIGNALS && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return stopped || exit == INTERRUPTED;
  }
}
