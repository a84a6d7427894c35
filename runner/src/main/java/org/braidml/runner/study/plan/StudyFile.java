package org.braidml.runner.study.plan;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.Binder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.config.KeyPlaces;
import org.braidml.api.config.Problem;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.study.config.AlternativeConfig;
import org.braidml.runner.study.config.StudyConfig;

/**
 * A study file, bound; its experiments are not yet.
 *
 * @param path the file as the user gave it
 * @param config its settings
 * @param axes what it varies
 * @param places where each key was written
 */
record StudyFile(Path path, StudyConfig config, List<Axis> axes, KeyPlaces places) {

  /**
   * Reads a study file.
   *
   * @throws ConfigurationException with everything that is wrong in the file itself
   */
  static StudyFile read(Path path, Registry registry) {
    Config parsed = ExperimentReader.parsed(path);
    KeyPlaces places = new KeyPlaces(parsed.root());
    Binder binder = new Binder(registry, new DefaultValues());
    StudyConfig config = binder.bind(StudyConfig.class, parsed.root(), "").orElse(null);
    List<Problem> problems = new ArrayList<>();
    List<Axis> axes =
        config == null
            ? List.of()
            : new AxisReader(
                    problems, (object, at) -> binder.bind(AlternativeConfig.class, object, at))
                .axes(config);
    List<Problem> all = new ArrayList<>(binder.problems());
    all.addAll(problems);
    if (!all.isEmpty() || config == null) {
      throw new ConfigurationException(path.toString(), places.complete(all));
    }
    return new StudyFile(path, config, axes, places);
  }

  /** Returns the name of the study: that of its file without the ending. */
  String name() {
    return String.valueOf(path.getFileName()).replaceFirst("\\.[^.]+$", "");
  }

  /** Returns the experiment file that variants start from. */
  Path base() {
    return path.resolveSibling(config.base()).normalize();
  }

  /** Returns a refusal of this file; problems without a place get that of their key. */
  ConfigurationException refused(List<Problem> problems) {
    return new ConfigurationException(path.toString(), places.complete(problems));
  }
}
