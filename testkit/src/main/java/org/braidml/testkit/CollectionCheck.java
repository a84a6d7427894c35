package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Invariant 5 under a garbage collection: what the way back reads must be kept until then. An
 * engine's graph may hold memory of Java that Java lets go.
 */
final class CollectionCheck {

  private static final int LONGEST = 100;
  private static final int STEADY = 3;
  private static final int REUSED = 2000;

  private CollectionCheck() {}

  static void gradientsOutliveCollections(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      Subject.ToLoss own = probe.subject().loss();
      Subject.ToLoss loss = own == null ? ReadOut::of : own;
      Trained calm = probe.train(batch, 1, loss);
      Trained collected =
          probe.train(
              batch,
              1,
              (outputs, inputs) -> {
                NDArray made = loss.of(outputs, inputs);
                collect();
                return made;
              });
      calm.gradients()
          .forEach(
              (path, gradient) ->
                  same(path, gradient, Objects.requireNonNull(collected.gradients().get(path))));
      for (int i = 0; i < calm.inputGradients().size(); i++) {
        Reading input = calm.inputGradients().get(i);
        for (int row = 0; row < input.rows(); row++) {
          same(input.name(), input.row(row), collected.inputGradients().get(i).row(row));
        }
      }
    }
  }

  private static void same(String what, double[] calm, double[] collected) {
    for (int i = 0; i < calm.length; i++) {
      if (Double.compare(calm[i], collected[i]) != 0) {
        fail(
            "a garbage collection between the forward and the backward pass changes the gradient of"
                + " %s from %s to %s: does an operation with a number, such as x.mul(2), carry a"
                + " gradient? On PyTorch its memory is freed before the way back; use"
                + " org.braidml.api.nn.Scalars",
            what, calm[i], collected[i]);
      }
    }
  }

  /** Collects until no more memory outside the heap is given back, then uses what was. */
  private static void collect() {
    BufferPoolMXBean direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();
    long last = -1;
    int same = 0;
    for (int i = 0; i < LONGEST && same < STEADY; i++) {
      System.gc();
      pause();
      same = direct.getCount() == last ? same + 1 : 0;
      last = direct.getCount();
    }
    for (int i = 0; i < REUSED; i++) {
      ByteBuffer.allocateDirect(Double.BYTES).putDouble(0, Double.NaN);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
