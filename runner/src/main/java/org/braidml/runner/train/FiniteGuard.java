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
    String rows = Arrays.toString(Arrays.copyOf(batch.rows(), Math.min(8, batch.rows().length)));
    String culprit =
        badParameter()
            .map(path -> "the parameter " + path + " is already not finite")
            .or(() -> badBox(batch, manager).map(box -> "the first box that is not finite: " + box))
            .orElse("every box is finite; the loss itself is not");
    return new NotFiniteException(
        "the loss is "
            + loss
            + " at step "
            + step
            + " of epoch "
            + epoch
            + '\n'
            + culprit
            + "\nrows of the batch: "
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
    Pass pass =
        Pass.evaluation(new ParameterStore(manager, false))
            .tappedBy(
                (path, array) -> {
                  if (!finite(array)) {
                    bad.add(path);
                  }
                });
    model.forward(pass, model.layout().arrays(manager, batch));
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
