package org.braidml.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.nn.OneHot;

/** {@code (B, M) -> (B, C)}: logits; softmax for the prediction. */
final class MulticlassHeadBlock extends HeadBlock {

  private final Layers layers;
  private final int classes;

  MulticlassHeadBlock(MulticlassHeadConfig config, int inputWidth, int classes) {
    this.classes = classes;
    this.layers =
        child(
            "layers",
            new Layers(inputWidth, config.units(), config.activation(), config.dropout(), classes));
  }

  @Override
  public int width() {
    return classes;
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.multiclass();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return layers.forward(pass, input.values());
  }

  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray ids = targets.values().toType(DataType.INT64, false);
    NDArray hot = OneHot.of(ids, classes, scores.getDataType());
    NDArray each = scores.logSoftmax(1).mul(hot).sum().neg();
    return new Loss(each, targets.host().length);
  }

  @Override
  public NDArray predict(NDArray scores) {
    return scores.softmax(1);
  }
}
