package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Loss;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.nn.Scalars;

/** {@code (B, M) -> (B, 1)}: a standardised number; in the target's own unit for the prediction. */
final class RegressionHeadBlock extends NumberHeadBlock {

  private final TargetSpec target;
  private final RegressionLoss loss;
  private final double delta;

  RegressionHeadBlock(RegressionHeadConfig config, int inputWidth, TargetSpec target) {
    super(inputWidth, config.units(), config.activation(), config.dropout());
    this.target = target;
    this.loss = config.loss();
    this.delta = config.huberDelta();
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.regression();
  }

  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray y = targets.values().toType(scores.getDataType(), false);
    NDArray due = target.scaled(y);
    NDArray each = of(scores.squeeze(1).sub(due));
    return new Loss(each.sum(), weight(targets));
  }

  private NDArray of(NDArray d) {
    return switch (loss) {
      case MSE -> d.square();
      case MAE -> d.abs();
      case HUBER -> huber(d.abs());
    };
  }

  /** With {@code c = min(|d|, delta)}, both branches are {@code c (|d| - c / 2)}. */
  private NDArray huber(NDArray absolute) {
    NDArray c = Scalars.minimum(absolute, delta);
    return c.mul(absolute.sub(Scalars.div(c, 2)));
  }

  @Override
  public NDArray predict(NDArray scores) {
    return target.unscaled(scores);
  }
}
