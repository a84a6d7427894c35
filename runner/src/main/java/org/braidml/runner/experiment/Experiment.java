package org.braidml.runner.experiment;

import java.nio.file.Path;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.KeyPlaces;
import org.braidml.api.config.Problem;

/**
 * An experiment file, bound.
 *
 * @param name the file's name without its ending
 * @param source the file as the user gave it, for messages
 * @param folder the folder that relative paths in it start from
 * @param config the settings
 * @param notes what an override dropped, a sentence each
 * @param places where each key was written
 */
public record Experiment(
    String name,
    String source,
    Path folder,
    ExperimentConfig config,
    List<String> notes,
    KeyPlaces places) {

  public Experiment {
    notes = List.copyOf(notes);
  }

  /** Returns the same experiment under another name. */
  public Experiment named(String other) {
    return new Experiment(other, source, folder, config, notes, places);
  }

  /** Returns the same experiment with other settings. */
  public Experiment withConfig(ExperimentConfig other) {
    return new Experiment(name, source, folder, other, notes, places);
  }

  /** Returns a refusal of this experiment; problems without a place get that of their key. */
  public ConfigurationException refused(List<Problem> problems) {
    return new ConfigurationException(source, places.complete(problems));
  }

  /** Returns a refusal of this experiment with the problems of another. */
  public ConfigurationException refused(ConfigurationException other) {
    ConfigurationException refused = refused(other.problems());
    refused.initCause(other);
    return refused;
  }
}
