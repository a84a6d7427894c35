package org.braidml.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.graph.ModelBlock;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.train.ShardChoice;

/**
 * Chooses the shards of a run by a measurement and writes the choice into its resolved
 * configuration, so that whatever repeats the run or goes on with it does not measure again.
 */
final class MeasuredShards {

  private final Experiment experiment;
  private final RunDirectory directory;
  private final RunListener listener;

  MeasuredShards(Experiment experiment, RunDirectory directory, RunListener listener) {
    this.experiment = experiment;
    this.directory = directory;
    this.listener = listener;
  }

  /** Measures, tells the choice, and returns the configuration with it. */
  ExperimentConfig chosen(EngineRuntime runtime, ModelBlock model, Batches train) {
    ExperimentConfig config = experiment.config();
    int cores = Runtime.getRuntime().availableProcessors();
    ShardChoice choice =
        ShardChoice.measured(model, runtime.manager(), config.training(), cores, train);
    listener.note("training.shards = " + choice.shards() + ": " + choice.why());
    return config.withTraining(config.training().withMeasuredShards(choice.shards()));
  }

  /**
   * Writes a configuration in the place of the one before. The environment, which holds its sum, is
   * gone meanwhile: a run without one, stopped here, begins anew.
   *
   * @return the environment with the new sum
   */
  Map<String, Object> written(ExperimentConfig config, Map<String, Object> environment)
      throws IOException {
    String resolved = Resolved.text(experiment.withConfig(config));
    Map<String, Object> changed = new LinkedHashMap<>(environment);
    byte[] text = resolved.getBytes(StandardCharsets.UTF_8);
    changed.put("configuration", Map.of("sha-256", Sha256.of(text)));
    Files.deleteIfExists(directory.environment());
    WholeFile.write(directory.resolved(), resolved);
    WholeFile.write(directory.environment(), Json.pretty(changed));
    return changed;
  }
}
