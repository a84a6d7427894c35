package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Map;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.RecurrentOptions.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients in float64 against central differences: a recurrence, attention over it, a map. */
class FiniteDifferencesTest {

  private static final double STEP = 1e-5;

  private static final class Model extends TypedBlock {
    final Lookup lookup = child("lookup", new Lookup(5, 2));
    final RecurrentStack stack;
    final Linear scores = child("scores", new Linear(4, 1));
    final Linear head = child("head", new Linear(12, 1));

    Model(Kind kind) {
      stack = child("stack", new RecurrentStack(new RecurrentOptions(kind, 2, 2, 2, true, 0, 1)));
    }

    NDArray loss(Pass pass, NDArray ids, int... lengths) {
      NDArray values = lookup.forward(pass, ids);
      Sequence input =
          Sequence.of(values, org.braidml.api.Lengths.of(lengths, (int) ids.getShape().get(1)));
      RecurrentStack.Output out = stack.forward(pass, input, List.of());
      Sequence states = out.states();
      NDArray weights = Masked.softmax(scores.forward(pass, states.values()).squeeze(2), states);
      NDArray joined =
          Masked.weightedSum(states, weights)
              .concat(Masked.mean(states), 1)
              .concat(out.finalState().output(), 1);
      return Activation.TANH.apply(head.forward(pass, joined)).square().sum();
    }
  }

  @ParameterizedTest
  @CsvSource({"MXNet, LSTM", "MXNet, GRU", "PyTorch, LSTM", "PyTorch, GRU"})
  void gradientsAreTheSlopesOfTheLoss(String engine, Kind kind) {
    try (Scope scope = new Scope(engine)) {
      Model model = scope.initialized(new Model(kind), DataType.FLOAT64, 4);
      NDArray ids = scope.ids(1, 2, 3, 4, 0, 0, 2, 1, 0, 0, 0, 0).reshape(4, 3);
      int[] lengths = {3, 1, 2, 0};
      Gradients.backward(model, () -> model.loss(scope.training(), ids, lengths));
      Map<String, NDArray> gradients = Gradients.of(model, scope.manager);
      ParameterPaths.of(model)
          .forEach(
              (path, parameter) -> {
                double[] gradient = Scope.in(gradients, path).toDoubleArray();
                double[] values = parameter.getArray().toDoubleArray();
                for (int i = 0; i < values.length; i++) {
                  double value = values[i];
                  values[i] = value + STEP;
                  double above = at(scope, model, parameter, values, ids, lengths);
                  values[i] = value - STEP;
                  double below = at(scope, model, parameter, values, ids, lengths);
                  values[i] = value;
                  double slope = (above - below) / (2 * STEP);
                  assertThat(gradient[i])
                      .as("%s [%d]", path, i)
                      .isCloseTo(slope, within(1e-9 + 1e-5 * Math.abs(slope)));
                }
                set(scope, parameter, values);
              });
    }
  }

  private static double at(
      Scope scope, Model model, Parameter parameter, double[] values, NDArray ids, int[] lengths) {
    set(scope, parameter, values);
    return model.loss(scope.evaluation(), ids, lengths).toDoubleArray()[0];
  }

  private static void set(Scope scope, Parameter parameter, double[] values) {
    Shape shape = parameter.getShape();
    HostArrays.assign(parameter, scope.array(DataType.FLOAT64, shape, values), scope.manager);
  }
}
