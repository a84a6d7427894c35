package org.braidml.runner.train;

/** Says whether somebody asks a run to stop. */
public interface StopSignal {

  /** Nobody asks. */
  StopSignal NEVER =
      new StopSignal() {
        @Override
        public boolean requested() {
          return false;
        }

        @Override
        public void trainingStarted() {}

        @Override
        public void trainingEnded() {}
      };

  /** Returns whether training is to stop after the step that is under way. */
  boolean requested();

  /** Training looks at {@link #requested} after every step from now on, and saves its state. */
  void trainingStarted();

  /** Training has ended by itself; nothing is lost if the program ends at once. */
  void trainingEnded();
}
