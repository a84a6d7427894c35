package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Scalars;

/** The probability of the second class, {@code (B, M) -> (B, 1)}, with a faulty cross-entropy. */
final class FaultyHead extends HeadBlock {

  private final boolean mean;
  private final Linear linear;

  /**
   * A head.
   *
   * @param mean whether the mean is called a sum
   */
  FaultyHead(HeadInputSpec input, boolean mean) {
    this.mean = mean;
    linear = child("linear", new Linear(input.width(), 1));
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public List<Metric> metrics() {
    return List.of();
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return linear.forward(pass, input.values());
  }

  /** The logarithm of a probability, which overflows where the score is large. */
  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray sign = Scalars.mul(targets.values().reshape(-1, 1), 2).sub(1);
    NDArray losses = Activation.SIGMOID.apply(scores.mul(sign)).log().neg();
    return new Loss(mean ? losses.mean() : losses.sum(), targets.host().length);
  }

  @Override
  public NDArray predict(NDArray scores) {
    return Activation.SIGMOID.apply(scores);
  }
}
