package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.util.PairList;
import java.util.Locale;
import org.braidml.api.nn.RecurrentOptions.Kind;

/** The engines' own operation of one recurrent layer in one direction. */
final class FusedRecurrence {

  private FusedRecurrence() {}

  /**
   * Runs the layer.
   *
   * @param kind of the recurrence
   * @param input {@code (B, T, F)}
   * @param states {@code (1, B, H)} each
   * @param parameters {@code weight-ih, weight-hh, bias-ih, bias-hh}, of {@code GH} rows each
   * @param training whether it is recorded
   * @return {@code (B, T, H)} and the last states, {@code (1, B, H)} each
   */
  static NDList run(Kind kind, NDArray input, NDList states, NDList parameters, boolean training) {
    if (!Engines.isPyTorch(input.getManager().getEngine())) {
      return inMxNet(kind, input, states, parameters);
    }
    return switch (kind) {
      case LSTM ->
          input
              .getNDArrayInternal()
              .lstm(input, states, parameters, true, 1, 0, training, false, true);
      case GRU ->
          input
              .getNDArrayInternal()
              .gru(input, states.head(), parameters, true, 1, 0, training, false, true);
    };
  }

  /**
   * MXNet wants all parameters as one array. DJL puts them together flat, which MXNet copies number
   * by number, with two divisions each, there and on the way back: that takes longer than the
   * recurrence of a small batch. As rows of {@code GH} numbers they are copied row by row.
   */
  private static NDList inMxNet(Kind kind, NDArray input, NDList states, NDList parameters) {
    NDManager scope = input.getManager();
    long row = parameters.head().getShape().get(0);
    NDList rows = new NDList();
    for (NDArray parameter : parameters) {
      rows.add(parameter.reshape(parameter.size() / row, row));
    }
    PairList<String, Object> first = new PairList<>();
    first.add("axis", 0);
    PairList<String, Object> options = new PairList<>();
    options.add("mode", kind.name().toLowerCase(Locale.ROOT));
    options.add("state_size", states.head().getShape().tail());
    options.add("num_layers", 1);
    options.add("state_outputs", true);
    try (rows;
        NDArray matrix = scope.invoke("_npi_concatenate", rows, first).singletonOrThrow();
        NDArray whole = matrix.flatten();
        NDArray stepwise = input.swapAxes(0, 1)) {
      NDList given = new NDList(stepwise, whole);
      given.addAll(states);
      NDList result = scope.invoke("_npx_rnn", given, options);
      try (NDArray out = result.head()) {
        NDList batchwise = new NDList(out.swapAxes(0, 1));
        batchwise.addAll(result.subNDList(1));
        return batchwise;
      }
    }
  }
}
