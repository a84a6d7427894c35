package org.braidml.runner.experiment;

import java.util.List;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.InputConfig;

/** Which keys of embeddings do not go together, or not with those of the training. */
final class EmbeddingKeys {

  private EmbeddingKeys() {}

  static void check(ExperimentConfig config, List<Problem> problems) {
    config
        .model()
        .inputs()
        .forEach(
            (field, input) -> {
              if (input instanceof InputConfig.Embedding embedding) {
                check("model.inputs." + field, embedding, config.training(), problems);
              }
            });
  }

  private static void check(
      String key,
      InputConfig.Embedding embedding,
      TrainingConfig training,
      List<Problem> problems) {
    if (embedding.sparse() && !embedding.trainable()) {
      problems.add(
          Problem.at(key + ".sparse")
              .value("true")
              .what("training does not change this table at all")
              .remedy("leave the key out, or set trainable = true")
              .build());
    }
    if (embedding.sparse()) {
      sparse(key + ".sparse", training, problems);
    }
  }

  private static void sparse(String key, TrainingConfig training, List<Problem> problems) {
    if (!(training.optimizer() instanceof OptimizerConfig.Adam adam)) {
      problems.add(refused(key, "only adam has a rule for some rows of a table", "type = adam"));
    } else if (adam.weightDecay() > 0) {
      problems.add(refused(key, "weight decay changes every row of a table", "weight-decay = 0"));
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
