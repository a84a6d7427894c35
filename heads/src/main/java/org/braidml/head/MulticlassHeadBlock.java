package org.braidml.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.nn.OneHot;
import org.braidml.api.nn.Scalars;

/** {@code (B, M) -> (B, C)}: logits; softmax for the prediction. */
final class MulticlassHeadBlock extends HeadBlock {

  private final Layers layers;
  private final TargetSpec target;
  private final double[] weights;
  private final double smoothing;

  MulticlassHeadBlock(MulticlassHeadConfig config, int inputWidth, TargetSpec target) {
    this.target = target;
    this.weights = config.classWeights().stream().mapToDouble(Double::doubleValue).toArray();
    this.smoothing = config.labelSmoothing();
    this.layers =
        child(
            "layers",
            new Layers(inputWidth, config.units(), config.activation(), config.dropout(), width()));
  }

  @Override
  public int width() {
    return target.classes().size();
  }

  @Override
  public List<Metric> metrics() {
    return target.kind() == TargetSpec.Kind.BINARY ? Metrics.binary() : Metrics.multiclass();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return layers.forward(pass, input.values());
  }

  /** {@code - sum_c w_c t_c log softmax(z)_c} with t the smoothed one-hot target. */
  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray ids = targets.values().toType(DataType.INT64, false);
    NDArray t = OneHot.of(ids, width(), scores.getDataType());
    if (smoothing > 0) {
      t = Scalars.mul(t, 1 - smoothing).add(smoothing / width());
    }
    if (weights.length > 0) {
      NDArray w = scores.getManager().create(weights, new Shape(1, width()));
      t = t.mul(w.toType(scores.getDataType(), false));
    }
    NDArray total = scores.logSoftmax(1).mul(t).sum().neg();
    return new Loss(total, weight(targets));
  }

  @Override
  public double weight(TargetBatch targets) {
    if (weights.length == 0) {
      return super.weight(targets);
    }
    double sum = 0;
    for (float id : targets.host()) {
      sum += weights[(int) id];
    }
    return sum;
  }

  @Override
  public NDArray predict(NDArray scores) {
    return scores.softmax(1);
  }
}
