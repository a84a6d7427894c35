package org.braidml.runner.run;

import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.ResolvedText;

/** The resolved configuration of a run: every default, and paths that hold from any folder. */
public final class Resolved {

  private Resolved() {}

  /** Returns the text of {@code resolved.conf}; it holds from any folder. */
  public static String text(Experiment experiment) {
    ExperimentConfig config = experiment.config();
    DataConfig data = config.data();
    SourceConfig source = data.source().absolute(experiment.folder());
    return ResolvedText.of(config.withData(data.withSource(source)));
  }
}
