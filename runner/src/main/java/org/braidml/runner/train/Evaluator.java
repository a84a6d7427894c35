package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.jspecify.annotations.Nullable;

/** Runs a model over batches in evaluation mode. */
public final class Evaluator {

  private final ModelBlock model;
  private final NDManager manager;
  private boolean stateful;

  /**
   * An evaluator.
   *
   * @param model with its parameters
   * @param manager the parent of every batch's manager
   */
  public Evaluator(ModelBlock model, NDManager manager) {
    this.model = model;
    this.manager = manager;
  }

  /** Lets each row of a batch start from the state in which the same row before it ended. */
  public Evaluator stateful(boolean goesOn) {
    stateful = goesOn;
    return this;
  }

  /**
   * Predicts every example.
   *
   * @param batches in host memory
   * @return predictions without targets
   */
  public Evaluation predict(Iterator<Batch> batches) {
    return run(batches, false);
  }

  /** Predicts every example and measures the loss. */
  public Evaluation evaluate(Iterator<Batch> batches) {
    return run(batches, true);
  }

  private Evaluation run(Iterator<Batch> batches, boolean withLoss) {
    Map<String, Map<Integer, float[]>> predictions = new LinkedHashMap<>();
    Map<String, Map<Integer, float[]>> targets = new LinkedHashMap<>();
    Map<String, double[]> losses = new LinkedHashMap<>();
    for (HeadBox head : model.heads()) {
      predictions.put(head.name(), new TreeMap<>());
      targets.put(head.name(), new TreeMap<>());
      losses.put(head.name(), new double[2]);
    }
    ForwardPass forward = new ForwardPass(model, stateful);
    while (batches.hasNext()) {
      Batch batch = batches.next();
      try (NDManager scope = manager.newSubManager()) {
        Pass pass = Pass.evaluation(new ParameterStore(scope, false));
        Map<String, NDArray> scores = forward.scores(pass, batch, scope);
        for (HeadBox head : model.heads()) {
          NDArray score = ModelBlock.scoresOf(head, scores);
          NDArray predicted = head.predict(score);
          float[] kept =
              StepDecisions.suffice(head)
                  ? StepDecisions.of(predicted, withLoss ? Targets.host(head, batch) : new float[0])
                  : predicted.toFloatArray();
          store(head, batch, kept, predictions.get(head.name()));
          if (withLoss) {
            Loss loss = head.loss(score, Targets.of(head, batch, scope));
            double[] sums = losses.get(head.name());
            add(sums, loss);
            store(head, batch, Targets.host(head, batch), targets.get(head.name()));
          }
        }
      }
    }
    return new Evaluation(model.heads(), predictions, targets, losses);
  }

  private static void add(double @Nullable [] sums, Loss loss) {
    if (sums != null) {
      sums[0] += loss.total().toType(ai.djl.ndarray.types.DataType.FLOAT32, false).getFloat();
      sums[1] += loss.weight();
    }
  }

  /** Files the numbers of each row; of a head of every step those of its real steps. */
  private static void store(
      HeadBox head, Batch batch, float[] flat, @Nullable Map<Integer, float[]> into) {
    int width = flat.length / batch.size();
    FieldData.Steps steps =
        head.target().stepsOf().map(field -> batch.field(field).steps()).orElse(null);
    for (int i = 0; into != null && i < batch.size(); i++) {
      int kept = steps == null ? width : width / steps.time() * steps.lengths()[i];
      into.put(batch.rows()[i], Arrays.copyOfRange(flat, i * width, i * width + kept));
    }
  }
}
