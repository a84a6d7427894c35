package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.typesafe.config.Config;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.Sequence;
import org.braidml.api.nn.RecurrentOptions.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed sequences of PyTorch: states, final state, and all gradients. */
class RecurrentGoldenTest {

  static Stream<Arguments> cases() {
    return Stream.of("MXNet", "PyTorch")
        .flatMap(
            engine ->
                Stream.of("lstm", "gru")
                    .flatMap(
                        kind ->
                            Stream.concat(
                                Stream.of("1", "2")
                                    .flatMap(
                                        layers ->
                                            Stream.of("forward", "both")
                                                .flatMap(
                                                    way ->
                                                        Stream.of("padded", "full")
                                                            .map(
                                                                pad ->
                                                                    kind + "-" + layers + "-" + way
                                                                        + "-" + pad))),
                                Stream.of(kind + "-2-both-square")))
                    .map(name -> Arguments.of(engine, name)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void aStackIsPyTorchsPackedSequence(String engine, String name) {
    try (Scope scope = new Scope(engine)) {
      check(scope, Golden.read(name), DataType.FLOAT32, 1e-5, 1e-4);
      check(scope, Golden.read(name), DataType.FLOAT64, 1e-8, 1e-8);
    }
  }

  private static void check(
      Scope scope, Config golden, DataType type, double absolute, double relative) {
    RecurrentStack stack = stack(scope, golden, type);
    Shape shape = shape(golden, golden.getInt("features"));
    Shape statesShape = shape(golden, stack.statesWidth());
    NDArray values = scope.leaf(scope.array(type, shape, Golden.doubles(golden, "input")));
    NDArray stateWeights = scope.array(type, statesShape, Golden.doubles(golden, "state-weights"));
    NDArray finalWeights =
        scope.array(
            type,
            new Shape(statesShape.get(0), statesShape.get(2)),
            Golden.doubles(golden, "final-weights"));
    Sequence input = scope.sequence(values, Golden.ints(golden, "lengths"));
    RecurrentStack.Output evaluated = stack.forward(scope.evaluation(), input, List.of());
    Golden.assertClose(
        "states",
        Masked.zero(evaluated.states()),
        Golden.doubles(golden, "states"),
        absolute,
        relative);
    Golden.assertClose(
        "final",
        evaluated.finalState().output(),
        Golden.doubles(golden, "final"),
        absolute,
        relative);
    Gradients.backward(
        stack,
        () -> {
          RecurrentStack.Output out = stack.forward(scope.training(), input, List.of());
          return Masked.zero(out.states())
              .mul(stateWeights)
              .sum()
              .add(out.finalState().output().mul(finalWeights).sum());
        });
    Map<String, NDArray> gradients = Gradients.of(stack, scope.manager);
    Golden.byPath(golden, "parameter-gradients")
        .forEach(
            (path, expected) ->
                Golden.assertClose(path, Scope.in(gradients, path), expected, absolute, relative));
    NDArray gradient = values.getGradient();
    Golden.assertClose(
        "input", gradient, Golden.doubles(golden, "input-gradient"), absolute, relative);
  }

  private static Shape shape(Config golden, int width) {
    return new Shape(golden.getInt("batch"), golden.getInt("time"), width);
  }

  private static RecurrentStack stack(Scope scope, Config golden, DataType type) {
    RecurrentStack stack =
        new RecurrentStack(
            new RecurrentOptions(
                Kind.valueOf(golden.getString("kind")),
                golden.getInt("features"),
                golden.getInt("hidden"),
                golden.getInt("layers"),
                golden.getBoolean("bidirectional"),
                0,
                1));
    Map<String, NDArray> values = new HashMap<>();
    Golden.byPath(golden, "parameters")
        .forEach(
            (path, numbers) ->
                values.put(
                    path,
                    scope.array(
                        type, Scope.in(ParameterPaths.of(stack), path).getShape(), numbers)));
    ParameterPaths.restore(stack, values, scope.manager);
    return stack;
  }
}
