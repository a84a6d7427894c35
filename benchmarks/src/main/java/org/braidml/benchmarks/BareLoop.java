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
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;

/** The loop that DJL's documentation writes: its trainer, loss and Adam; a sub-manager a batch. */
final class BareLoop implements StepLoop {

  private final StepShape shape;
  private final List<Batch> batches;
  private final Model model;
  private final Trainer trainer;
  private int taken;

  /**
   * A loop with parameters of its own.
   *
   * @param engine its name
   * @param shape of the model
   * @param batches full ones
   * @param parameters values to start from, in DJL's order
   */
  BareLoop(String engine, StepShape shape, List<Batch> batches, List<float[]> parameters) {
    this.shape = shape;
    this.batches = batches;
    this.model = Model.newInstance("bare", Device.cpu(), engine);
    model.setBlock(new BareBlock(shape));
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(
                    Adam.builder()
                        .optLearningRateTracker(Tracker.fixed((float) BraidLoop.LEARNING_RATE))
                        .build()));
    trainer.initialize(new Shape(shape.batch(), shape.time(), shape.width()));
    List<Pair<String, Parameter>> own = model.getBlock().getParameters().stream().toList();
    for (int i = 0; i < own.size(); i++) {
      own.get(i).getValue().getArray().set(parameters.get(i));
    }
  }

  @Override
  public double step() {
    Batch batch = batches.get(taken++ % batches.size());
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDList data = new NDList(values(scope, batch));
      NDList labels = new NDList(scope.create(StepData.classes(batch)));
      NDArray loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        loss = trainer.getLoss().evaluate(labels, trainer.forward(data));
        collector.backward(loss);
      }
      trainer.step();
      return loss.getFloat();
    }
  }

  private NDArray values(NDManager manager, Batch batch) {
    FieldData.Values values = StepData.values(batch);
    return manager.create(values.values(), new Shape(shape.batch(), shape.time(), shape.width()));
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
