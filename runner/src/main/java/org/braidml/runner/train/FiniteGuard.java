package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.SparseRows;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first box whose output or gradient is not finite. Looks only once a loss, the norm of
 * the gradient or a parameter has shown it, so that a sound step costs nothing more.
 */
final class FiniteGuard {

  private static final String REMEDY =
      "\ntry a smaller training.optimizer.learning-rate, or training.clip-norm = 1";

  private final ModelBlock model;

  FiniteGuard(ModelBlock model) {
    this.model = model;
  }

  /**
   * Returns what to tell about a step whose loss is not finite.
   *
   * @param part of its batch that has that loss
   * @param before the step before, if it is known
   * @param again runs the pass again with a listener to what boxes show
   */
  NotFiniteException diagnose(
      TakenStep step,
      Batch part,
      double loss,
      @Nullable TakenStep before,
      Consumer<BiConsumer<String, NDArray>> again) {
    String what = "the loss is " + loss + " at " + step.place() + '\n';
    Optional<String> parameter = badParameter();
    if (parameter.isPresent()) {
      return new NotFiniteException(what + spoilt(parameter.get(), before) + REMEDY);
    }
    BadOutput bad = new BadOutput(part);
    again.accept(bad);
    return new NotFiniteException(what + bad.told() + REMEDY);
  }

  /** Returns what to tell about a step whose gradient has no finite norm; nothing has changed. */
  NotFiniteException diagnoseGradient(TakenStep step, double loss, double norm, SparseRows rows) {
    String where =
        badGradient()
            .or(() -> rows.notFinite(model))
            .map(path -> "the first gradient, backward from the loss, that is not: " + path)
            .orElse("every gradient is finite; they are too large for their norm");
    return new NotFiniteException(
        "the norm of the gradient is "
            + norm
            + " at "
            + step.place()
            + ", the loss "
            + loss
            + '\n'
            + where
            + '\n'
            + BadOutput.rows(step.rows())
            + "\ntry a smaller training.optimizer.learning-rate");
  }

  /**
   * Returns what to tell about a validation loss that is not finite.
   *
   * @param forward a pass that has seen no batch, stateful if the one that found the loss was
   */
  NotFiniteException diagnoseValidation(
      ForwardPass forward, Batches validation, NDManager manager, int epoch, double loss) {
    String what = "the validation loss is " + loss + " after epoch " + epoch + '\n';
    try (BatchStream batches = validation.epoch(0)) {
      BadOutput bad = evaluated(forward, batches.next(), manager);
      while (batches.hasNext() && !bad.found()) {
        bad = evaluated(forward, batches.next(), manager);
      }
      return new NotFiniteException(what + bad.told() + REMEDY);
    }
  }

  private static BadOutput evaluated(ForwardPass forward, Batch batch, NDManager manager) {
    BadOutput bad = new BadOutput(batch);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = Pass.evaluation(new ParameterStore(scope, false)).tappedBy(bad);
      forward.scores(pass, batch, scope);
    }
    return bad;
  }

  /** Requires finite parameters at a time whose last step is given, if it is known. */
  void requireFiniteParameters(String told, @Nullable TakenStep last) {
    badParameter()
        .ifPresent(
            path -> {
              throw new NotFiniteException(
                  "a parameter is not finite" + told + '\n' + spoilt(path, last) + REMEDY);
            });
  }

  private static String spoilt(String path, @Nullable TakenStep by) {
    if (by == null) {
      return "the parameter " + path + " was not finite before";
    }
    return by.place()
        + ", or one before it that hid it, made the parameter "
        + path
        + " not finite: its gradient was not, or the step too large\n"
        + BadOutput.rows(by.rows());
  }

  /** The nearest to the loss: from there what is not finite went backward. */
  private Optional<String> badParameter() {
    return last(ParameterPaths.values(model));
  }

  private Optional<String> badGradient() {
    Map<String, NDArray> gradients = Gradients.of(model);
    try {
      return last(gradients);
    } finally {
      gradients.values().forEach(NDArray::close);
    }
  }

  private static Optional<String> last(Map<String, NDArray> arrays) {
    List<String> bad =
        arrays.entrySet().stream()
            .filter(entry -> !BadOutput.finite(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return bad.isEmpty() ? Optional.empty() : Optional.of(bad.get(bad.size() - 1));
  }
}
