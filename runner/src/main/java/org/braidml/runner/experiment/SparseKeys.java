package org.braidml.runner.experiment;

import java.util.List;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.InputConfig;

/** Which keys do not go together with embeddings of which a step changes some rows. */
final class SparseKeys {

  private SparseKeys() {}

  static void check(ExperimentConfig config, List<Problem> problems) {
    config
        .model()
        .inputs()
        .forEach(
            (field, input) -> {
              if (input instanceof InputConfig.Embedding embedding && embedding.sparse()) {
                String key = "model.inputs." + field + ".sparse";
                if (!embedding.trainable()) {
                  problems.add(
                      Problem.at(key)
                          .value("true")
                          .what("training does not change this table at all")
                          .remedy("leave the key out, or set trainable = true")
                          .build());
                }
                check(key, config.training(), problems);
              }
            });
  }

  private static void check(String key, TrainingConfig training, List<Problem> problems) {
    if (!(training.optimizer() instanceof OptimizerConfig.Adam adam)) {
      problems.add(refused(key, "only adam has a rule for some rows of a table", "type = adam"));
    } else if (adam.weightDecay() > 0) {
      problems.add(refused(key, "weight decay changes every row of a table", "weight-decay = 0"));
    }
    if (!training.shards().equals("1")) {
      problems.add(
          Problem.at(key)
              .value("true")
              .what("shards of a batch do not share the rows that they change")
              .remedy("set training.shards = 1, or leave the key out")
              .build());
    }
  }

  private static Problem refused(String key, String what, String optimizer) {
    return Problem.at(key)
        .value("true")
        .what(what)
        .remedy("set training.optimizer." + optimizer + ", or leave the key out")
        .build();
  }
}
