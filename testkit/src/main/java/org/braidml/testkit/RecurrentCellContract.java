package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.Sequence;

/**
 * The contract of a {@link org.braidml.api.RecurrentCell}: input {@code (B, F)} and state {@code
 * ->} next state. The kit makes the recurrence, which keeps the state of rows that have ended.
 */
public abstract class RecurrentCellContract extends PaddedBlockContract {

  /** For subclasses. */
  protected RecurrentCellContract() {}

  /** Builds a new block without dropout, for an input of a width. */
  protected abstract RecurrentCellBlock create(int inputWidth);

  /** Builds a new block with a dropout rate of 0.3 to 0.5; empty if the cell has no dropout. */
  protected Optional<RecurrentCellBlock> createWithDropout(int inputWidth) {
    return Optional.empty();
  }

  @Override
  final Subject subject() {
    return subject(create(Sizes.WIDTH), Sizes.WIDTH);
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(Sizes.WIDTH).map(block -> subject(block, Sizes.WIDTH));
  }

  private static Subject subject(RecurrentCellBlock block, int width) {
    return new Subject(
        block,
        List.of(Port.sequence("sequence", width)),
        (pass, inputs) -> List.of(Output.row("last output", unroll(block, pass, inputs))));
  }

  private static NDArray unroll(RecurrentCellBlock block, Pass pass, Inputs inputs) {
    Sequence sequence = inputs.sequence(0);
    NDArray values = sequence.values();
    NDManager manager = values.getManager();
    int batch = sequence.lengths().batch();
    List<NDArray> state = block.initialState(manager, batch, values.getDataType());
    for (int t = 0; t < sequence.lengths().time(); t++) {
      NDArray real = sequence.mask().get(new NDIndex(":, " + t));
      List<NDArray> next = block.step(pass, values.get(new NDIndex(":, " + t + ", :")), state);
      state = keep(real, state, next);
    }
    return state.get(0);
  }

  private static List<NDArray> keep(NDArray real, List<NDArray> state, List<NDArray> next) {
    assertThat(next).as("arrays of the next state, as initialState has them").hasSameSizeAs(state);
    List<NDArray> kept = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      Shape shape = state.get(i).getShape();
      assertThat(next.get(i).getShape())
          .as("shape of array %d of the next state", i)
          .isEqualTo(shape);
      long[] column = new long[shape.dimension()];
      Arrays.fill(column, 1);
      column[0] = shape.get(0);
      NDArray mask = real.reshape(new Shape(column));
      kept.add(next.get(i).mul(mask).add(state.get(i).mul(mask.mul(-1).add(1))));
    }
    return kept;
  }

  /** The output of a step has the declared width, and states keep their shapes and types. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> declaredSizes(engine));
  }

  private void declaredSizes(String engine) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      int width = 1 + random.nextInt(5);
      RecurrentCellBlock block = create(width);
      try (Probe probe = probe(engine, subject(block, width))) {
        HostBatch batch = Sizes.random(capabilities(), probe.subject().ports(), random);
        Reading last = probe.evaluate(batch).get(0);
        Sizes.shape("the output of a step", last, batch.rows(), block.hiddenSize());
        try (NDManager child = probe.manager().newSubManager()) {
          for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
            assertThat(block.initialState(child, 2, type))
                .as("types of the initial state for %s", type)
                .allMatch(array -> array.getDataType() == type);
          }
        }
      }
    }
  }
}
