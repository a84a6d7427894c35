package org.braidml.runner.run;

import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.ResolvedText;
import org.braidml.runner.vectors.WordVectors;

/** The resolved configuration of a run: every default, and paths that hold from any folder. */
public final class Resolved {

  private Resolved() {}

  /** Returns the text of {@code resolved.conf}; it holds from any folder. */
  public static String text(Experiment experiment) {
    ExperimentConfig config = experiment.config();
    return ResolvedText.of(
        config
            .withData(config.data().absolute(experiment.folder()))
            .withModel(WordVectors.absolute(config.model(), experiment.folder())));
  }
}
