package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;

/** {@code (B, M) -> (B, 1)}: the logarithm of a count. */
final class CountHeadBlock extends HeadBlock {

  private final Layers layers;

  CountHeadBlock(CountHeadConfig config, int inputWidth) {
    this.layers =
        child(
            "layers",
            new Layers(inputWidth, config.units(), config.activation(), config.dropout(), 1));
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.count();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return layers.forward(pass, input.values());
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
