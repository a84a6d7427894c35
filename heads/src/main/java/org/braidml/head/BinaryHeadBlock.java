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
import org.braidml.api.nn.Activation;

/** {@code (B, M) -> (B, 1)}: a logit; sigmoid for the prediction. */
final class BinaryHeadBlock extends HeadBlock {

  private final Layers layers;

  BinaryHeadBlock(BinaryHeadConfig config, int inputWidth) {
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
    return Metrics.binary();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return layers.forward(pass, input.values());
  }

  /** {@code max(z, 0) - z y + log(1 + exp(-|z|))}, which never overflows. */
  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray z = scores.squeeze(1);
    NDArray y = targets.values().toType(z.getDataType(), false);
    NDArray log = z.abs().neg().exp().add(1).log();
    NDArray each = Activation.RELU.apply(z).sub(z.mul(y)).add(log);
    return new Loss(each.sum(), targets.host().length);
  }

  @Override
  public NDArray predict(NDArray scores) {
    return Activation.SIGMOID.apply(scores);
  }
}
