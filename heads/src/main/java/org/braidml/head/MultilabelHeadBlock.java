package org.braidml.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.nn.Activation;

/** {@code (B, M) -> (B, L)}: a logit a label; sigmoid for the prediction. */
final class MultilabelHeadBlock extends HeadBlock {

  private final Layers layers;
  private final int labels;
  private final double[] weights;

  MultilabelHeadBlock(MultilabelHeadConfig config, int inputWidth, int labels) {
    this.labels = labels;
    this.weights = config.positiveWeights().stream().mapToDouble(Double::doubleValue).toArray();
    this.layers =
        child(
            "layers",
            new Layers(inputWidth, config.units(), config.activation(), config.dropout(), labels));
  }

  @Override
  public int width() {
    return labels;
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.multilabel();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return layers.forward(pass, input.values());
  }

  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray y = targets.values().toType(scores.getDataType(), false);
    NDArray more = null;
    if (weights.length > 0) {
      NDArray p = scores.getManager().create(weights, new Shape(1, labels));
      more = y.mul(p.toType(y.getDataType(), false).sub(1));
    }
    return new Loss(LogisticLoss.each(scores, y, more).sum(), weight(targets));
  }

  @Override
  public NDArray predict(NDArray scores) {
    return Activation.SIGMOID.apply(scores);
  }
}
