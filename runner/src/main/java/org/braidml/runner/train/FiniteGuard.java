package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;

/** Finds the first box whose numbers are not finite. Looks only once the loss has shown it. */
final class FiniteGuard {

  private static final String REMEDY =
      "\ntry a smaller training.optimizer.learning-rate, or training.clip-norm = 1";

  private final ModelBlock model;

  FiniteGuard(ModelBlock model) {
    this.model = model;
  }

  /** Returns what to tell about a step whose loss is not finite. */
  NotFiniteException diagnose(Batch batch, NDManager manager, long step, int epoch, double loss) {
    return told("the loss is " + loss + " at step " + step + " of epoch " + epoch, batch, manager);
  }

  /** Returns what to tell about a validation loss that is not finite. */
  NotFiniteException diagnoseValidation(
      Batches validation, NDManager manager, int epoch, double loss) {
    String what = "the validation loss is " + loss + " after epoch " + epoch;
    try (BatchStream batches = validation.epoch(0)) {
      Batch batch = batches.next();
      while (batches.hasNext() && badBox(batch, manager).isEmpty()) {
        batch = batches.next();
      }
      return told(what, batch, manager);
    }
  }

  private NotFiniteException told(String what, Batch batch, NDManager manager) {
    String rows = Arrays.toString(Arrays.copyOf(batch.rows(), Math.min(8, batch.rows().length)));
    String culprit =
        badParameter()
            .map(path -> "the parameter " + path + " is already not finite")
            .or(() -> badBox(batch, manager).map(box -> "the first box that is not finite: " + box))
            .orElse("every box is finite; the loss itself is not: scores or targets are too large");
    return new NotFiniteException(
        what
            + '\n'
            + culprit
            + "\nrows of the batch, from 0: "
            + rows
            + (batch.rows().length > 8 ? " and more" : "")
            + REMEDY);
  }

  /** Requires finite parameters: MXNet's relu turns NaN to 0, and the loss would not show it. */
  void requireFiniteParameters(int epoch) {
    badParameter()
        .ifPresent(
            path -> {
              throw new NotFiniteException(
                  "the parameter " + path + " is not finite after epoch " + epoch + REMEDY);
            });
  }

  private Optional<String> badParameter() {
    for (Map.Entry<String, Parameter> entry : ParameterPaths.of(model).entrySet()) {
      if (!finite(entry.getValue().getArray())) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private Optional<String> badBox(Batch batch, NDManager manager) {
    List<String> bad = new ArrayList<>();
    try (NDManager scope = manager.newSubManager()) {
      Pass pass =
          Pass.evaluation(new ParameterStore(scope, false))
              .tappedBy(
                  (path, array) -> {
                    if (!finite(array)) {
                      bad.add(path);
                    }
                  });
      model.forward(pass, model.layout().arrays(scope, batch));
    }
    return bad.stream().findFirst();
  }

  private static boolean finite(NDArray array) {
    for (float value : array.toFloatArray()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
