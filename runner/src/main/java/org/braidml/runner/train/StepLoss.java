package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Scalars;
import org.jspecify.annotations.Nullable;

/**
 * The loss of a step, part by part: the losses of the parts add up to that of all of its examples
 * at once, since each is divided by the weights of all. Of a penalty, which a part has as a whole,
 * it counts the part's share of the examples.
 */
final class StepLoss {

  private final ModelBlock model;
  private final Map<String, Double> divisors = new HashMap<>();
  private final int examples;
  private final @Nullable CarriedState carried;

  /**
   * The loss of a step.
   *
   * @param parts of the batch, with targets
   * @param manager for arrays of a moment
   * @param carried what rows start from, and leave; null if each stands alone
   */
  StepLoss(ModelBlock model, List<Batch> parts, NDManager manager, @Nullable CarriedState carried) {
    this.model = model;
    this.carried = carried;
    this.examples = parts.stream().mapToInt(Batch::size).sum();
    if (parts.size() > 1) {
      parts.forEach(part -> addWeights(part, manager));
    }
  }

  private void addWeights(Batch part, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      for (HeadBox head : model.heads()) {
        double weight = head.block().weight(Targets.of(head, part, scope));
        divisors.merge(head.name(), weight, Double::sum);
      }
    }
  }

  /**
   * Returns the same scores, whose gradient counts each example as often as its weight says. A loss
   * is a sum over examples, so that its gradient becomes that of the weighted sum, whatever the
   * head; the number that is told counts all alike, as that of validation does.
   */
  private static NDArray weighed(NDArray scores, Batch part, NDManager scope) {
    float[] weights = part.weights();
    if (weights.length == 0) {
      return scores;
    }
    long[] shape = new long[scores.getShape().dimension()];
    Arrays.fill(shape, 1);
    shape[0] = weights.length;
    NDArray each = scope.create(weights, new Shape(shape)).toType(scores.getDataType(), false);
    NDArray still = scores.stopGradient();
    return still.add(scores.sub(still).mul(each));
  }

  /** Returns the loss of a part, one number. */
  NDArray of(Batch part, Pass pass, NDList inputs, NDManager scope) {
    ModelBlock.Chunk chunk =
        model.forward(pass, inputs, carried == null ? Map.of() : carried.on(scope, part.size()));
    if (carried != null) {
      carried.keep(chunk.carry());
    }
    Map<String, NDArray> scores = chunk.scores();
    @Nullable NDArray sum = null;
    for (HeadBox head : model.heads()) {
      TargetBatch targets = Targets.of(head, part, scope);
      Loss own = head.loss(weighed(ModelBlock.scoresOf(head, scores), part, scope), targets);
      Double divisor = divisors.get(head.name());
      NDArray loss = (divisor == null ? own : new Loss(own.total(), divisor)).mean();
      NDArray weighted = head.weight() == 1 ? loss : Scalars.mul(loss, head.weight());
      sum = sum == null ? weighted : sum.add(weighted);
    }
    for (NDArray penalty : pass.losses().values()) {
      NDArray shared =
          part.size() == examples ? penalty : Scalars.mul(penalty, (double) part.size() / examples);
      sum = sum == null ? shared : sum.add(shared);
    }
    if (sum == null) {
      throw new IllegalStateException("a model has a head");
    }
    return sum;
  }
}
