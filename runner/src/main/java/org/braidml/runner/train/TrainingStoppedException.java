package org.braidml.runner.train;

/** Training stopped because it was asked to. Its state is saved. */
public final class TrainingStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says where training stands.
   *
   * @param epoch from 1
   * @param batch how many batches of it are done
   */
  public TrainingStoppedException(int epoch, int batch) {
    super(
        batch == 0
            ? "stopped before epoch " + epoch
            : "stopped in epoch " + epoch + ", after batch " + batch);
  }
}
