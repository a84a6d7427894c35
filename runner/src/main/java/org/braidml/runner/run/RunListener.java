package org.braidml.runner.run;

import java.util.Set;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.experiment.Experiment;

/** Shows a run while it goes on: the head lines, the progress of training, notes. */
public interface RunListener {

  /** The run has its directory and its engine. */
  void started(Experiment experiment, RunDirectory directory, EngineRuntime runtime);

  /** The data are prepared and the model is built. */
  void prepared(PreparedData data, ModelBlock model);

  /** Something that the user should know and that stops nothing. */
  void note(String text);

  /** Returns what listens to the epochs. */
  Set<MetricSink> sinks(ModelBlock model);
}
