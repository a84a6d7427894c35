package org.braidml.runner.experiment;

import java.nio.file.Path;
import java.util.List;

/**
 * An experiment file, bound.
 *
 * @param name the file's name without its ending
 * @param source the file as the user gave it, for messages
 * @param folder the folder that relative paths in it start from
 * @param config the settings
 * @param notes what an override dropped, a sentence each
 */
public record Experiment(
    String name, String source, Path folder, ExperimentConfig config, List<String> notes) {

  public Experiment {
    notes = List.copyOf(notes);
  }
}
