package org.braidml.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.nn.Rows;
import org.braidml.api.nn.Scalars;

/**
 * {@code (B, T, H) -> (B, T, K)}: a head of one encoding, applied to every state. Its loss is that
 * of the steps that have a target; others, padding among them, are left out before it.
 */
final class PerStepHeadBlock extends HeadBlock {

  private final HeadBlock step;
  private final List<Metric> metrics;

  PerStepHeadBlock(HeadBlock step, List<Metric> metrics) {
    this.step = child("step", step);
    this.metrics = metrics;
  }

  @Override
  public int width() {
    return step.width();
  }

  @Override
  public List<Metric> metrics() {
    return metrics;
  }

  @Override
  public NDArray forward(Pass pass, HeadInput input) {
    return step.forward(pass, new HeadInput(input.values(), null));
  }

  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    float[] host = targets.host();
    Shape shape = scores.getShape();
    if (host.length != shape.get(0) * shape.get(1)) {
      throw new IllegalArgumentException(
          "the states give scores "
              + shape
              + " for targets "
              + targets.values().getShape()
              + ": a head a step needs an encoder and transforms that keep every step");
    }
    long[] counted = counted(host);
    if (counted.length == 0) {
      return new Loss(Scalars.mul(scores, 0).sum(), 0);
    }
    NDArray index = scores.getManager().create(counted);
    return step.loss(Rows.steps(scores, index), ofCounted(targets, scores.getManager()));
  }

  @Override
  public double weight(TargetBatch targets) {
    return counted(targets.host()).length == 0
        ? 0
        : step.weight(ofCounted(targets, targets.values().getManager()));
  }

  /** Returns where steps have a target. */
  private static long[] counted(float[] host) {
    return IntStream.range(0, host.length)
        .filter(i -> !Float.isNaN(host[i]))
        .asLongStream()
        .toArray();
  }

  private static TargetBatch ofCounted(TargetBatch targets, NDManager manager) {
    long[] counted = counted(targets.host());
    float[] due = new float[counted.length];
    for (int i = 0; i < due.length; i++) {
      due[i] = targets.host()[(int) counted[i]];
    }
    return new TargetBatch(manager.create(due), due);
  }

  @Override
  public NDArray predict(NDArray scores) {
    Shape shape = scores.getShape();
    NDArray steps = scores.reshape(shape.get(0) * shape.get(1), shape.get(2));
    return step.predict(steps).reshape(shape);
  }
}
