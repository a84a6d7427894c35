package com.example.braid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Range;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Scalars;

/**
 * A number that a given share of targets stays below, of the targets of like inputs: {@code (B, M)
 * -> (B, 1)}. The loss of an error {@code e = target - prediction} is {@code q e} above 0 and
 * {@code (q - 1) e} below: R. Koenker, G. Bassett, "Regression Quantiles", 1978. Scores and losses
 * are in standard deviations of the target, predictions and the metric in its own unit.
 *
 * <pre>{@code
 * head { type = quantile, level = 0.9 }
 * }</pre>
 */
public final class QuantileHead implements Head<QuantileHead.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public QuantileHead() {}

  /**
   * Its settings.
   *
   * @param level q, the share of targets below the prediction
   */
  public record Config(@Range(min = 0, aboveMin = true, max = 1, belowMax = true) double level) {}

  @Override
  public String id() {
    return "quantile";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public HeadBlock build(
      Config config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    if (input instanceof StatesSpec) {
      throw context.refuse(
          "\"quantile\" reads the merged encoding, not states", "set on = merged, or leave it out");
    }
    if (target.kind() != TargetSpec.Kind.REGRESSION) {
      throw context.refuse(
          "\"quantile\" predicts a number, and \"" + target.name() + "\" is a class",
          "choose a head for classes, for example multiclass");
    }
    return new Block(config.level(), input.width(), target);
  }

  /** The mean loss, in the unit of the target. */
  private record QuantileLoss(double level) implements Metric {

    @Override
    public String name() {
      return "quantile-loss";
    }

    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public double of(Scores scores) {
      double sum = 0;
      for (int i = 0; i < scores.size(); i++) {
        double e = scores.targets()[i] - scores.predictions()[i][0];
        sum += Math.max(level * e, (level - 1) * e);
      }
      return sum / scores.size();
    }
  }

  private static final class Block extends HeadBlock {
    private final double level;
    private final TargetSpec target;
    private final Linear linear;

    Block(double level, int width, TargetSpec target) {
      this.level = level;
      this.target = target;
      linear = child("linear", new Linear(width, 1));
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public List<Metric> metrics() {
      return List.of(new QuantileLoss(level));
    }

    // snippet: start
    @Override
    public NDArray forward(Pass pass, HeadInput input) {
      return linear.forward(pass, input.values());
    }

    @Override
    public Loss loss(NDArray scores, TargetBatch targets) {
      NDArray y = targets.values().toType(scores.getDataType(), false);
      NDArray e = target.scaled(y).sub(scores.squeeze(1));
      // max(q e, (q - 1) e) = q e + max(-e, 0)
      NDArray losses = Scalars.mul(e, level).add(Activation.RELU.apply(e.neg()));
      return new Loss(losses.sum(), targets.host().length);
    }

    @Override
    public NDArray predict(NDArray scores) {
      return target.unscaled(scores);
    }
    // snippet: end
  }
}
