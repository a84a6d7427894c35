package org.braidml.runner.cli;

import java.util.concurrent.CountDownLatch;
import org.braidml.runner.train.StopSignal;

/**
 * Hears that the program is to end: Ctrl-C, or the system's request to terminate. The Java runtime
 * then ends once this lets it, with the exit code of the signal, 130 for Ctrl-C. While a model is
 * trained, that waits until the step is done, its state is saved, and the command has told of it.
 */
final class StopRequest implements StopSignal, AutoCloseable {

  private final CountDownLatch told = new CountDownLatch(1);
  private final Runnable farewell;
  private final Thread hook = new Thread(this::ending, "braid-stop");
  private volatile boolean requested;
  private volatile boolean training;

  /**
   * Listens until closed.
   *
   * @param farewell what to do where the program may end at once
   */
  StopRequest(Runnable farewell) {
    this.farewell = farewell;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void ending() {
    requested = true;
    if (!training) {
      farewell.run();
      return;
    }
    try {
      told.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean requested() {
    return requested;
  }

  @Override
  public void trainingStarted() {
    training = true;
  }

  @Override
  public void trainingEnded() {
    training = false;
    if (requested) {
      farewell.run();
    }
    told.countDown();
  }

  /** Lets the program end. */
  @Override
  public void close() {
    told.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        requested = true; // it is running just now, and need not wait any more
      }
    }
  }
}
