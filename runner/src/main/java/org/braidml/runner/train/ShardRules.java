package org.braidml.runner.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.TypedBlock;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.ParameterPaths;

/** Which models are not computed in shards. */
final class ShardRules {

  private ShardRules() {}

  /** Returns the path of the first block that computes an example from others, if there is one. */
  static Optional<String> mixing(ModelBlock model) {
    return ParameterPaths.blocks(model, TypedBlock.class).entrySet().stream()
        .filter(entry -> entry.getValue().mixesExamples())
        .map(Map.Entry::getKey)
        .reduce((outer, inner) -> inner.startsWith(outer) ? inner : outer);
  }

  /**
   * Requires that a model can be computed in shards.
   *
   * @throws ConfigurationException if a block computes an example from others of its batch
   */
  static void require(ModelBlock model, int shards) {
    Optional<String> mixing = shards == 1 ? Optional.empty() : mixing(model);
    if (mixing.isPresent()) {
      throw new ConfigurationException(
          "training.shards",
          List.of(
              Problem.at("training.shards")
                  .value(Integer.toString(shards))
                  .what(
                      mixing.get()
                          + " computes an example from all of its batch, which no shard has")
                  .remedy("set training.shards = 1")
                  .build()));
    }
  }
}
