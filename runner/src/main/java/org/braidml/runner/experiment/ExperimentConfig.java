package org.braidml.runner.experiment;

import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;
import org.braidml.api.graph.ModelConfig;
import org.braidml.runner.data.config.DataConfig;

/**
 * One experiment: data, model, training.
 *
 * @param seed drives initial weights, order and dropout; the split has its own
 * @param engine which engine computes
 * @param device cpu, or gpu(n) on PyTorch with CUDA natives
 * @param threads intra-op threads of the engine
 * @param data where examples come from
 * @param model the boxes
 * @param training how it is trained
 */
@Defaults("experiment")
public record ExperimentConfig(
    long seed,
    EngineName engine,
    String device,
    @Range(min = 1, max = 1024) int threads,
    DataConfig data,
    ModelConfig model,
    TrainingConfig training) {

  /** The same experiment on another engine. */
  public ExperimentConfig withEngine(EngineName other) {
    return new ExperimentConfig(seed, other, device, threads, data, model, training);
  }

  /** The same experiment with another seed. */
  public ExperimentConfig withSeed(long other) {
    return new ExperimentConfig(other, engine, device, threads, data, model, training);
  }

  /** The same experiment with other threads. */
  public ExperimentConfig withThreads(int other) {
    return new ExperimentConfig(seed, engine, device, other, data, model, training);
  }

  /** The same experiment with other data. */
  public ExperimentConfig withData(DataConfig other) {
    return new ExperimentConfig(seed, engine, device, threads, other, model, training);
  }

  /** The same experiment with another model. */
  public ExperimentConfig withModel(ModelConfig other) {
    return new ExperimentConfig(seed, engine, device, threads, data, other, training);
  }

  /** The same experiment with other training. */
  public ExperimentConfig withTraining(TrainingConfig other) {
    return new ExperimentConfig(seed, engine, device, threads, data, model, other);
  }
}
