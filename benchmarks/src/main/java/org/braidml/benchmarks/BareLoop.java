package org.braidml.benchmarks;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import java.util.List;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;

/** The loop that DJL's documentation writes: its trainer, loss and Adam; a sub-manager a batch. */
final class BareLoop implements StepLoop {

  private final BareArrays arrays;
  private final List<Batch> batches;
  private final Model model;
  private final Trainer trainer;
  private int taken;

  /**
   * A loop with parameters of its own, as DJL draws them.
   *
   * @param engine its name
   * @param sizes of the model
   * @param arrays that it reads
   * @param batches over and over
   */
  BareLoop(String engine, BareSizes sizes, BareArrays arrays, List<Batch> batches) {
    this.arrays = arrays;
    this.batches = batches;
    this.model = Model.newInstance("bare", Device.cpu(), engine);
    model.setBlock(new BareBlock(sizes));
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(loss(arrays.target().kind()))
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(
                    Adam.builder()
                        .optLearningRateTracker(Tracker.fixed((float) BraidLoop.LEARNING_RATE))
                        .build()));
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDList first = arrays.data(scope, batches.get(0));
      trainer.initialize(first.stream().map(NDArray::getShape).toArray(Shape[]::new));
    }
  }

  private static Loss loss(TargetSpec.Kind kind) {
    return switch (kind) {
      case BINARY -> Loss.sigmoidBinaryCrossEntropyLoss();
      case MULTICLASS -> Loss.softmaxCrossEntropyLoss();
      case REGRESSION -> Loss.l2Loss();
      case COUNT, MULTILABEL -> throw new IllegalArgumentException("no bare loop of " + kind);
    };
  }

  /** Takes other parameters, in DJL's order. */
  void set(List<float[]> parameters) {
    List<Pair<String, Parameter>> own = model.getBlock().getParameters().stream().toList();
    for (int i = 0; i < own.size(); i++) {
      own.get(i).getValue().getArray().set(parameters.get(i));
    }
  }

  @Override
  public double step() {
    Batch batch = batches.get(taken++ % batches.size());
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDList data = arrays.data(scope, batch);
      NDList labels = new NDList(arrays.labels(scope, batch));
      NDArray loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        loss = trainer.getLoss().evaluate(labels, trainer.forward(data));
        collector.backward(loss);
      }
      trainer.step();
      return loss.getFloat();
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
