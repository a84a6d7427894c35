package org.braidml.runner.wiring;

import com.google.inject.AbstractModule;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.RunListener;
import org.braidml.runner.run.TrainRun;

/** One run, in a child injector of its own. */
public final class RunModule extends AbstractModule {

  private final Experiment experiment;
  private final RunDirectory directory;
  private final RunListener listener;

  /** The values that a run is bound to. */
  public RunModule(Experiment experiment, RunDirectory directory, RunListener listener) {
    this.experiment = experiment;
    this.directory = directory;
    this.listener = listener;
  }

  @Override
  protected void configure() {
    bind(Experiment.class).toInstance(experiment);
    bind(RunDirectory.class).toInstance(directory);
    bind(RunListener.class).toInstance(listener);
    bind(TrainRun.class);
  }
}
