package org.braidml.runner.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.ModelBlock;
import org.braidml.runner.data.batch.Batches;

/** Which models and rows {@code training.stateful} goes with. */
public final class StatefulRules {

  private StatefulRules() {}

  /** Returns what keeps a model from going on from one batch to the next. */
  public static List<Problem> of(ModelBlock model) {
    return model.windowedTransforms().stream()
        .map(
            place ->
                problem(
                    place + " reads other steps, and of those of the batch before it knows nothing",
                    "leave the transform out"))
        .toList();
  }

  /**
   * Requires a model and rows that go on, before the first step.
   *
   * @throws ConfigurationException with all that keeps them from it
   */
  static void require(ModelBlock model, Batches train, Batches validation) {
    List<Problem> problems = new ArrayList<>(of(model));
    for (String field : train.examples().sequences()) {
      if (model.layout().fields().containsKey(field)) {
        unequal(train, "training", field)
            .or(() -> unequal(validation, "validation", field))
            .ifPresent(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("training.stateful", problems);
    }
  }

  /** No batch follows the last of an epoch: it may have rows of any length. */
  private static Optional<Problem> unequal(Batches rows, String side, String field) {
    int[] lengths = rows.examples().lengths(field);
    List<int[]> batches = rows.order().epoch(lengths.length, rows.examples()::length, 0);
    for (int[] batch : batches.subList(0, Math.max(0, batches.size() - 1))) {
      for (int example : batch) {
        if (lengths[example] == 0 || lengths[example] != lengths[batch[0]]) {
          int row = rows.examples().row(example);
          String beside =
              " and row %d, beside it, %d"
                  .formatted(rows.examples().row(batch[0]), lengths[batch[0]]);
          return Optional.of(
              problem(
                  "of the %s rows, from 0, row %d has %d steps of \"%s\"%s"
                      .formatted(
                          side, row, lengths[example], field, example == batch[0] ? "" : beside),
                  "cut the text into pieces of one length"));
        }
      }
    }
    return Optional.empty();
  }

  private static Problem problem(String what, String remedy) {
    return Problem.at("training.stateful")
        .value("true")
        .what(what)
        .remedy(remedy + ", or set training.stateful = false")
        .build();
  }
}
