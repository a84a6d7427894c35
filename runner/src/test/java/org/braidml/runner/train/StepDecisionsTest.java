package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.nn.Engines;
import org.junit.jupiter.api.Test;

/** Three numbers a step give the metrics that all numbers give. */
final class StepDecisionsTest {

  private static final int ROWS = 7;
  private static final int TIME = 5;
  private static final int CLASSES = 13;

  @Test
  void metricsKeepTheirBits() {
    Random random = new Random(4);
    float[] all = new float[ROWS * TIME * CLASSES];
    float[] targets = new float[ROWS * TIME];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i % 6 == 0 ? Float.NaN : random.nextInt(CLASSES);
      for (int k = 0; k < CLASSES; k++) {
        all[i * CLASSES + k] = random.nextInt(5) / 16f; // some tie, some are 0
      }
    }
    List<float[]> whole = new ArrayList<>();
    List<float[]> steps = new ArrayList<>();
    float[] kept = kept(all, targets);
    float[] due = new float[targets.length];
    for (int i = 0; i < targets.length; i++) {
      if (!Float.isNaN(targets[i])) {
        due[whole.size()] = targets[i];
        whole.add(Arrays.copyOfRange(all, i * CLASSES, (i + 1) * CLASSES));
        steps.add(Arrays.copyOfRange(kept, i * 3, (i + 1) * 3));
      }
    }
    float[] truth = Arrays.copyOf(due, whole.size());
    Scores before = new Scores(whole.toArray(new float[0][]), truth);
    Scores after = StepDecisions.scores(steps, truth, CLASSES);
    List<Metric> metrics =
        Metrics.all().stream().filter(metric -> !metric.needsEveryClass()).toList();
    assertThat(metrics).containsAll(Metrics.nextToken()).hasSize(8);
    for (Metric metric : metrics) {
      assertThat(metric.of(after)).as(metric.name()).isFinite().isEqualTo(metric.of(before));
    }
    assertThat(StepDecisions.decided(kept)).hasSize(targets.length);
  }

  private static float[] kept(float[] all, float[] targets) {
    try (NDManager manager = Engines.get("PyTorch").newBaseManager()) {
      return StepDecisions.of(manager.create(all, new Shape(ROWS, TIME, CLASSES)), targets);
    }
  }
}
