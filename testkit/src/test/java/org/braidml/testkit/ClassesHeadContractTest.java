package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.api.config.Problem;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.api.nn.Linear;

final class ClassesHeadContractTest extends HeadContract {

  @Override
  protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
    if (!kinds().contains(target.kind()) || input instanceof StatesSpec) {
      throw new SpecException(Problem.at("head").what("predicts classes of encodings").build());
    }
    return new SoftmaxHead(input.width(), target.classes().size());
  }

  @Override
  protected Set<Kind> kinds() {
    return Set.of(Kind.BINARY, Kind.MULTICLASS);
  }

  /** Linear, softmax, cross-entropy. */
  private static final class SoftmaxHead extends HeadBlock {
    private final int classes;
    private final Linear linear;

    SoftmaxHead(int width, int classes) {
      this.classes = classes;
      linear = child("linear", new Linear(width, classes));
    }

    @Override
    public int width() {
      return classes;
    }

    @Override
    public List<Metric> metrics() {
      return List.of(new Surprise());
    }

    @Override
    public NDArray forward(Pass pass, HeadInput input) {
      return linear.forward(pass, input.values());
    }

    @Override
    public Loss loss(NDArray scores, TargetBatch targets) {
      float[] ids = targets.host();
      double[] due = new double[ids.length * classes];
      for (int row = 0; row < ids.length; row++) {
        due[row * classes + (int) ids[row]] = -1;
      }
      NDArray mask =
          HostArrays.create(
              scores.getManager(), due, scores.getDataType(), new Shape(ids.length, classes));
      return new Loss(scores.logSoftmax(1).mul(mask).sum(), ids.length);
    }

    @Override
    public NDArray predict(NDArray scores) {
      return scores.softmax(1);
    }
  }

  /** The mean of the negative logarithms of what was predicted for the class that came. */
  private record Surprise() implements Metric {

    @Override
    public String name() {
      return "surprise";
    }

    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public double of(Scores scores) {
      double sum = 0;
      for (int i = 0; i < scores.size(); i++) {
        sum -= Math.log(scores.predictions()[i][(int) scores.targets()[i]]) / scores.size();
      }
      return sum;
    }
  }
}
