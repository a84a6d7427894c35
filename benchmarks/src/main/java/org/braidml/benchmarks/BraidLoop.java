package org.braidml.benchmarks;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.braidml.api.Choice;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.EncoderNode;
import org.braidml.api.graph.FieldSpec;
import org.braidml.api.graph.HeadNode;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Adam;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.encoder.lstm.LastPooling;
import org.braidml.encoder.lstm.LstmEncoder;
import org.braidml.encoder.lstm.LstmEncoderConfig;
import org.braidml.head.MulticlassHead;
import org.braidml.head.MulticlassHeadConfig;
import org.braidml.merge.ConcatMerger;
import org.braidml.merge.ConcatMergerConfig;
import org.braidml.runner.train.TrainingStep;

/** Braid's own training step on a model of one LSTM encoder and a head. */
final class BraidLoop implements StepLoop {

  static final double LEARNING_RATE = 1e-3;

  private static final long SEED = 1;

  private final List<Batch> batches;
  private final NDManager manager;
  private final ModelBlock model;
  private final Optimizer optimizer = new Adam(0.9, 0.999, 1e-8, 0);
  private final TrainingStep step;
  private int taken;

  /** A loop with parameters of its own, the same for every loop of a shape. */
  BraidLoop(NDManager parent, StepShape shape, List<Batch> batches) {
    this(parent, model(shape), batches);
  }

  /** A loop over the batches of a model, whose parameters it makes. */
  BraidLoop(NDManager parent, ModelBlock model, List<Batch> batches) {
    this.batches = batches;
    this.manager = parent.newSubManager();
    this.model = model;
    ParameterPaths.initialize(model, manager, DataType.FLOAT32, SEED);
    this.step = new TrainingStep(model, optimizer, manager, Optional.empty(), SEED);
  }

  private static ModelBlock model(StepShape shape) {
    ModelConfig config =
        new ModelConfig(
            Map.of(),
            Map.of(StepData.FIELD, encoder(shape)),
            new Choice<>(new ConcatMerger(), new ConcatMergerConfig(), "model.merger"),
            List.of(),
            Optional.of(head()),
            Map.of());
    FieldSpec field = new FieldSpec.Values(StepData.FIELD, shape.width(), OptionalInt.empty());
    ModelBuilder.Result result =
        ModelBuilder.build(
            config, Map.of(StepData.FIELD, field), Map.of(StepData.TARGET, StepData.target(shape)));
    return result
        .model()
        .orElseThrow(() -> new IllegalStateException(result.problems().toString()));
  }

  private static EncoderNode encoder(StepShape shape) {
    String path = "model.encoders." + StepData.FIELD;
    LstmEncoderConfig settings =
        new LstmEncoderConfig(
            shape.hidden(),
            1,
            false,
            0,
            1,
            new Choice<>(new LastPooling(), new LastPooling.Config(), path + ".pooling"));
    return new EncoderNode(
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Choice<>(new LstmEncoder(), settings, path));
  }

  private static HeadNode head() {
    MulticlassHeadConfig settings =
        new MulticlassHeadConfig(List.of(), Activation.RELU, 0, List.of(), 0);
    return new HeadNode(
        Optional.of(StepData.TARGET),
        "merged",
        1,
        new Choice<>(new MulticlassHead(), settings, "model.head"));
  }

  /** Returns the numbers of the parameters, in the order of their paths. */
  List<float[]> parameters() {
    return ParameterPaths.values(model).values().stream().map(a -> a.toFloatArray()).toList();
  }

  @Override
  public double step() {
    int number = taken++;
    return step.take(batches.get(number % batches.size()), number, 1, LEARNING_RATE);
  }

  @Override
  public void close() {
    optimizer.close();
    manager.close();
  }
}
