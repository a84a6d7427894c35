package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Loss;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;

/** {@code (B, M) -> (B, 1)}: the logarithm of a count. */
final class CountHeadBlock extends NumberHeadBlock {

  CountHeadBlock(CountHeadConfig config, int inputWidth) {
    super(inputWidth, config.units(), config.activation(), config.dropout());
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.count();
  }

  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray s = scores.squeeze(1);
    NDArray y = targets.values().toType(s.getDataType(), false);
    double least = 0;
    for (float count : targets.host()) {
      least += count > 0 ? count - count * Math.log(count) : 0;
    }
    return new Loss(s.exp().sub(y.mul(s)).sum().sub(least), weight(targets));
  }

  @Override
  public NDArray predict(NDArray scores) {
    return scores.exp();
  }
}
