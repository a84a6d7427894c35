package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.nn.RecurrentOptions.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentStackTest {

  private static final int F = 3;
  private static final int H = 4;
  private static final int T = 5;
  private static final int[] LENGTHS = {5, 0, 1, 3};

  static Stream<Arguments> stacks() {
    return Stream.of("MXNet", "PyTorch")
        .flatMap(
            engine ->
                Arrays.stream(Kind.values())
                    .flatMap(
                        kind ->
                            Stream.of(false, true).map(both -> Arguments.of(engine, kind, both))));
  }

  private static RecurrentStack stack(Scope scope, Kind kind, boolean both, DataType type) {
    return scope.initialized(
        new RecurrentStack(new RecurrentOptions(kind, F, H, 2, both, 0, 1)), type, 3);
  }

  private static Sequence input(Scope scope, double noise, int... lengths) {
    double[] values = Scope.random(8, lengths.length * T * F);
    for (int row = 0; row < lengths.length; row++) {
      for (int i = lengths[row] * F; i < T * F; i++) {
        values[row * T * F + i] = noise * (i + 1);
      }
    }
    return scope.sequence(scope.array(new Shape(lengths.length, T, F), values), lengths);
  }

  /** Valid states, final state, and the gradients of all parameters, as text of exact bits. */
  private static Map<String, String> everything(Scope scope, RecurrentStack stack, Sequence input) {
    Map<String, String> result = new HashMap<>();
    Gradients.backward(
        stack,
        () -> {
          RecurrentStack.Output out = stack.forward(scope.training(), input, List.of());
          NDArray states = Masked.zero(out.states());
          NDArray last = out.finalState().output();
          result.put("states", Arrays.toString(states.toFloatArray()));
          result.put("final", Arrays.toString(last.toFloatArray()));
          return states.square().sum().add(last.square().sum());
        });
    Gradients.of(stack, scope.manager)
        .forEach((path, g) -> result.put(path, Arrays.toString(HostArrays.toDoubles(g))));
    return result;
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void paddingChangesNothingByABit(String engine, Kind kind, boolean both) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack stack = stack(scope, kind, both, DataType.FLOAT32);
      Map<String, String> quiet = everything(scope, stack, input(scope, 0, LENGTHS));
      assertThat(everything(scope, stack, input(scope, 1, LENGTHS))).isEqualTo(quiet);
      assertThat(everything(scope, stack, input(scope, -1e6, LENGTHS))).isEqualTo(quiet);
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void emptyRowsEndInZeros(String engine, Kind kind, boolean both) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack stack = stack(scope, kind, both, DataType.FLOAT32);
      RecurrentStack.Output out =
          stack.forward(scope.evaluation(), input(scope, 7, LENGTHS), List.of());
      assertThat(out.finalState().output().get(1).toFloatArray()).containsOnly(0f);
      assertThat(out.finalState().carry()).isEmpty();
      assertThat(out.states().width()).isEqualTo(stack.statesWidth());
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aRowAloneGivesWhatItGivesAmongOthers(String engine, Kind kind, boolean both) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack stack = stack(scope, kind, both, DataType.FLOAT32);
      Sequence all = input(scope, 0, LENGTHS);
      NDArray together = stack.forward(scope.evaluation(), all, List.of()).finalState().output();
      for (int row : new int[] {0, 2, 3}) {
        // cut to its own length: no padding at all
        NDArray alone = all.values().get(row + ":" + (row + 1) + ", 0:" + LENGTHS[row]);
        NDArray last =
            stack
                .forward(scope.evaluation(), scope.sequence(alone, LENGTHS[row]), List.of())
                .finalState()
                .output();
        assertThat(last.toFloatArray())
            .containsExactly(together.get(row).toFloatArray(), within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void oneStepIsEnough(String engine, Kind kind, boolean both) {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (Scope scope = new Scope(engine)) {
        RecurrentStack stack = stack(scope, kind, both, type);
        Sequence one =
            scope.sequence(scope.array(type, new Shape(2, 1, F), Scope.random(2, 2 * F)), 1, 1);
        double loss =
            Gradients.backward(
                stack,
                () ->
                    stack
                        .forward(scope.training(), one, List.of())
                        .finalState()
                        .output()
                        .square()
                        .sum());
        assertThat(loss).isPositive();
        assertThat(Gradients.globalNorm(stack)).isPositive();
        NDArray recurrent = Scope.in(Gradients.of(stack, scope.manager), "layer-0.weight-hh");
        assertThat(HostArrays.toDoubles(recurrent)).containsOnly(0); // no second step reads it
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aWrongWidthIsRefusedBeforeTheEngineSeesIt(String engine, Kind kind, boolean both) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack stack = stack(scope, kind, both, DataType.FLOAT32);
      Sequence wide = scope.sequence(scope.manager.ones(new Shape(2, T, F + 1)), 5, 3);
      for (Pass pass : new Pass[] {scope.evaluation(), scope.training()}) {
        assertThatThrownBy(() -> stack.forward(pass, wide, List.of()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("expects (B, T, 3) with T >= 1, given (2, 5, 4)");
      }
      Sequence doubles =
          scope.sequence(scope.manager.ones(new Shape(2, T, F), DataType.FLOAT64), 5, 3);
      assertThatThrownBy(() -> stack.forward(scope.evaluation(), doubles, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected float32, given float64");
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void aSeriesMayBeReadInChunks(String engine, Kind kind, boolean both) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack stack = stack(scope, kind, both, DataType.FLOAT32);
      Sequence whole = input(scope, 0, T, T);
      RecurrentStack.Output once = stack.forward(scope.evaluation(), whole, List.of());
      if (both) {
        assertThat(once.finalState().carry()).isEmpty();
        List<NDArray> carry = List.of(scope.manager.zeros(new Shape(2, H)));
        assertThatThrownBy(() -> stack.forward(scope.evaluation(), whole, carry))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("bidirectional");
        return;
      }
      assertThat(once.finalState().carry()).hasSize(kind == Kind.LSTM ? 4 : 2);
      Sequence first = scope.sequence(whole.values().get(":, 0:2"), 2, 2);
      Sequence second = scope.sequence(whole.values().get(":, 2:"), 3, 3);
      List<NDArray> carry =
          stack.forward(scope.evaluation(), first, List.of()).finalState().carry();
      RecurrentStack.Output twice = stack.forward(scope.evaluation(), second, carry);
      assertThat(twice.finalState().output().toFloatArray())
          .containsExactly(once.finalState().output().toFloatArray(), within(1e-6f));
      assertThatThrownBy(() -> stack.forward(scope.evaluation(), second, carry.subList(0, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("given 1");
      Sequence other = input(scope, 0, 3, 3, 3);
      assertThatThrownBy(() -> stack.forward(scope.evaluation(), other, carry))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected shape (3, 4), given (2, 4)");
    }
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new RecurrentOptions(Kind.GRU, 0, 2, 1, false, 0, 1))
        .hasMessage("input width is at least 1, given 0");
    assertThatThrownBy(() -> new RecurrentOptions(Kind.GRU, 2, 2, 1, false, 1, 1))
        .hasMessageContaining("[0, 1), given 1.0");
  }
}
