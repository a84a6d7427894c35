package org.braidml.runner.wiring;

import com.google.inject.AbstractModule;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.RunContext;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.TrainRun;

/** One run, in a child injector of its own. */
public final class RunModule extends AbstractModule {

  private final RunContext context;

  /** The values that a run is bound to. */
  public RunModule(RunContext context) {
    this.context = context;
  }

  @Override
  protected void configure() {
    bind(RunContext.class).toInstance(context);
    bind(Experiment.class).toInstance(context.experiment());
    bind(RunDirectory.class).toInstance(context.directory());
    bind(TrainRun.class);
  }
}
