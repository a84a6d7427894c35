package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.Sequence;

/** Cells inside a recurrent stack, by a cell that adds up what it reads. */
class CellRecurrenceTest {

  /** {@code h' = h + x}; with a fault, the next state is twice as wide. */
  private static final class SumCell extends RecurrentCellBlock {
    private final int width;
    private final boolean faulty;

    SumCell(int width, boolean faulty) {
      this.width = width;
      this.faulty = faulty;
    }

    @Override
    public int hiddenSize() {
      return width;
    }

    @Override
    public List<NDArray> initialState(NDManager manager, int batch, DataType type) {
      return List.of(manager.zeros(new Shape(batch, width), type));
    }

    @Override
    public List<NDArray> step(Pass pass, NDArray input, List<NDArray> state) {
      NDArray sum = state.get(0).add(input);
      return List.of(faulty ? sum.concat(sum, 1) : sum);
    }
  }

  private static RecurrentStack sums(boolean bidirectional) {
    return new RecurrentStack(1, 1, bidirectional, 0, width -> new SumCell(width, false));
  }

  /** Rows 1 2 3, then 5, then nothing; padding holds 100. */
  private static Sequence steps(Scope scope) {
    double[] values = {1, 2, 3, 5, 100, 100, 100, 100, 100};
    return scope.sequence(scope.array(new Shape(3, 3, 1), values), 3, 1, 0);
  }

  @OnBothEngines
  void endedRowsKeepTheirStateAndGoOn(String engine) {
    try (Scope scope = new Scope(engine)) {
      FinalState first =
          sums(false).forward(scope.evaluation(), steps(scope), List.of()).finalState();
      assertThat(first.output().toFloatArray()).containsExactly(6, 5, 0);
      assertThat(first.carry().get(0).toFloatArray()).containsExactly(6, 5, 0);
      FinalState second =
          sums(false).forward(scope.evaluation(), steps(scope), first.carry()).finalState();
      assertThat(second.carry().get(0).toFloatArray()).containsExactly(12, 10, 0);
    }
  }

  @OnBothEngines
  void backwardCellStartsAtTheLastRealStep(String engine) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack.Output output =
          sums(true).forward(scope.evaluation(), steps(scope), List.of());
      assertThat(output.states().values().get(0).toFloatArray()).containsExactly(1, 6, 3, 5, 6, 3);
      assertThat(output.finalState().output().toFloatArray()).containsExactly(6, 6, 5, 5, 0, 0);
      assertThat(output.finalState().carry()).isEmpty();
    }
  }

  @OnBothEngines
  void shapesThatDoNotGoTogetherAreRefused(String engine) {
    try (Scope scope = new Scope(engine)) {
      RecurrentStack faulty = new RecurrentStack(1, 1, false, 0, width -> new SumCell(width, true));
      assertThatThrownBy(() -> faulty.forward(scope.evaluation(), steps(scope), List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the next state of SumCell, array 0: expected shape (3, 1), given (3, 2)");
      List<NDArray> two = List.of(scope.manager.zeros(new Shape(3, 1)), scope.manager.create(1f));
      assertThatThrownBy(() -> sums(false).forward(scope.evaluation(), steps(scope), two))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a carried state of SumCell: expected 1 arrays, given 2");
      Sequence wide = scope.sequence(scope.manager.ones(new Shape(1, 2, 3)), 2);
      assertThatThrownBy(() -> sums(false).forward(scope.evaluation(), wide, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a recurrent layer expects (B, T, 1) with T >= 1, given (1, 2, 3)");
    }
  }
}
