package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Loss;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Scalars;

/** {@code (B, M) -> (B, 1)}: a logit; sigmoid for the prediction. */
final class BinaryHeadBlock extends NumberHeadBlock {

  private final double positiveWeight;
  private final double smoothing;

  BinaryHeadBlock(BinaryHeadConfig config, int inputWidth) {
    super(inputWidth, config.units(), config.activation(), config.dropout());
    this.positiveWeight = config.positiveWeight();
    this.smoothing = config.labelSmoothing();
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.binary();
  }

  /**
   * {@code (1 - y) z + (1 + (p - 1) y) log(1 + exp(-z))}, which is {@code -p y log(s) - (1 - y)
   * log(1 - s)} for {@code s = sigmoid(z)}. The engines' softplus neither overflows nor has a kink
   * at 0, where formulas with |z| have a gradient that is off by 1/2.
   */
  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray z = scores.squeeze(1);
    NDArray y = targets.values().toType(z.getDataType(), false);
    if (smoothing > 0) {
      y = Scalars.mul(y, 1 - smoothing).add(smoothing / 2);
    }
    NDArray softplus = Activation.SOFTPLUS.apply(z.neg());
    if (positiveWeight != 1) {
      softplus = softplus.mul(Scalars.mul(y, positiveWeight - 1).add(1));
    }
    NDArray each = z.mul(y.neg().add(1)).add(softplus);
    return new Loss(each.sum(), weight(targets));
  }

  @Override
  public NDArray predict(NDArray scores) {
    return Activation.SIGMOID.apply(scores);
  }
}
