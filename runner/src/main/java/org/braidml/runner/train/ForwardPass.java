package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.jspecify.annotations.Nullable;

/**
 * Batches through a model in evaluation mode, each by itself, or each from the state in which the
 * one before it ended. Used by one thread.
 */
final class ForwardPass {

  private final ModelBlock model;
  private final @Nullable CarriedState carried;

  /**
   * A pass over batches.
   *
   * @param model with its parameters
   * @param stateful whether each row goes on from the same row of the batch before
   */
  ForwardPass(ModelBlock model, boolean stateful) {
    this.model = model;
    this.carried = stateful ? new CarriedState() : null;
  }

  /** Returns the scores of every head; they belong to the manager. */
  Map<String, NDArray> scores(Pass pass, Batch batch, NDManager scope) {
    NDList inputs = model.layout().arrays(scope, batch);
    if (carried == null) {
      return model.forward(pass, inputs);
    }
    ModelBlock.Chunk chunk = model.forward(pass, inputs, carried.on(scope, batch.size()));
    if (!withoutSteps(batch)) {
      carried.keep(chunk.carry());
      carried.advance();
    }
    return chunk.scores();
  }

  /** Rows without a step leave the state as it was. */
  private static boolean withoutSteps(Batch batch) {
    List<FieldData.Steps> sequences =
        batch.fields().values().stream()
            .filter(FieldData.Steps.class::isInstance)
            .map(FieldData.Steps.class::cast)
            .toList();
    return !sequences.isEmpty()
        && sequences.stream().flatMapToInt(data -> IntStream.of(data.lengths())).sum() == 0;
  }
}
