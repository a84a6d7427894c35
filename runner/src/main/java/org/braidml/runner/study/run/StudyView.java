package org.braidml.runner.study.run;

import java.util.List;
import org.braidml.runner.study.plan.PlannedVariant;

/** Shows a study while it goes on. Called by one thread at a time. */
public interface StudyView {

  /** The study begins, or goes on. */
  void started(List<TrialResult> before);

  /** A trial begins. */
  void trialStarted(PlannedVariant variant, long seed);

  /** A trial has ended, well or not. */
  void trialEnded(TrialResult result);

  /** All trials have ended. */
  void ended();

  /** The study was stopped from outside. */
  void stopped();
}
