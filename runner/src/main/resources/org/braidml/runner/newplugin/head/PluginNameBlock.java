package plugin.packagename;

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
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.OneHot;
import org.braidml.api.nn.Scalars;

/** {@code (B, M) -> (B, C)}: an affine map to logits. */
final class PluginNameBlock extends HeadBlock {

  private final Linear linear;
  private final double focus;

  PluginNameBlock(PluginNameConfig config, int inputWidth, int classes) {
    linear = child("linear", new Linear(inputWidth, classes));
    focus = config.focus();
  }

  @Override
  public int width() {
    return linear.outputWidth();
  }

  /** The first is what early stopping watches by default. */
  @Override
  public List<Metric> metrics() {
    return Metrics.multiclass();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return linear.forward(pass, input.values());
  }

  /** {@code 1 - p} is the sum of the other classes' probabilities: never below 0 by rounding. */
  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray ids = targets.values().toType(DataType.INT64, false);
    NDArray own = OneHot.of(ids, width(), scores.getDataType());
    NDArray others = own.neg().add(1);
    int[] classes = {1};
    NDArray miss = scores.softmax(1).mul(others).sum(classes);
    NDArray logarithm = scores.logSoftmax(1).mul(own).sum(classes);
    return new Loss(Scalars.pow(miss, focus).mul(logarithm).sum().neg(), targets.host().length);
  }

  @Override
  public NDArray predict(NDArray scores) {
    return scores.softmax(1);
  }
}
