package org.braidml.runner.train;

import java.util.List;
import java.util.function.UnaryOperator;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.HeadBox;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.DecayConfig;
import org.braidml.runner.experiment.TrainingConfig;

/** Settings of training that must fit the model and the rows. */
final class TrainingRules {

  private final TrainingConfig config;

  TrainingRules(TrainingConfig config) {
    this.config = config;
  }

  /** Refuses what would train nothing, or would be seen only after the first epoch. */
  void require(List<HeadBox> heads, Batches train, Batches validation) {
    monitored(heads);
    watched(validation);
    batches(train);
  }

  /** Before the first step, not after the first epoch. */
  private void monitored(List<HeadBox> heads) {
    List<String> names = Evaluation.names(heads);
    String monitor = config.earlyStopping().monitor();
    if (!names.contains(monitor)) {
      throw monitorRefused(
          problem -> problem.what("no head of this model reports it").choices(monitor, names));
    }
  }

  /** A plateau of nothing would never be seen. */
  private void watched(Batches validation) {
    if (config.schedule().decay() instanceof DecayConfig.Plateau
        && validation.examples().size() == 0) {
      throw new ConfigurationException(
          "training.schedule",
          List.of(
              Problem.at("training.schedule.type")
                  .value("\"plateau\"")
                  .what("it watches the validation rows, and there are none")
                  .remedy("set data.split.validation above 0, or use another schedule")
                  .build()));
    }
  }

  /** Epochs without a step would train nothing and say nothing of it. */
  private void batches(Batches train) {
    if (train.count() == 0) {
      throw new ConfigurationException(
          "training.batch-size",
          List.of(
              Problem.at("training.batch-size")
                  .value(Integer.toString(config.batchSize()))
                  .what(
                      (config.accumulate() == 1
                              ? "no batch is"
                              : "no " + config.accumulate() + " batches are")
                          + " full with "
                          + train.examples().size()
                          + " training rows, and drop-last leaves out what is not full")
                  .remedy("lower it, or set training.drop-last = false")
                  .build()));
    }
  }

  /** Returns what to tell when no epoch was the best one. */
  ConfigurationException undefined() {
    return monitorRefused(
        problem ->
            problem
                .what("not defined on these validation rows in any epoch: no epoch is the best")
                .remedy("monitor loss, or give more validation rows"));
  }

  private ConfigurationException monitorRefused(UnaryOperator<Problem.Builder> told) {
    Problem.Builder problem =
        Problem.at("training.early-stopping.monitor")
            .value('"' + config.earlyStopping().monitor() + '"');
    return new ConfigurationException(
        "training.early-stopping", List.of(told.apply(problem).build()));
  }
}
