package org.braidml.testkit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.nn.RecurrentStack;

/**
 * The contract of a {@link org.braidml.api.RecurrentCell}: input {@code (B, F)} and state {@code
 * ->} next state. {@link RecurrentStack} makes the recurrence, which keeps the state of rows that
 * have ended, and refuses a next state of other shapes than the first.
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
    RecurrentStack recurrence = new RecurrentStack(width, 1, false, 0, input -> block);
    return new Subject(
        block,
        List.of(Port.sequence("sequence", width)),
        (pass, inputs) -> {
          var output = recurrence.forward(pass, inputs.sequence(0), List.of());
          return List.of(
              Output.row("last output", output.finalState().carry().get(0)),
              Output.steps("outputs", output.states()));
        });
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
            Sizes.require(
                block.initialState(child, 2, type).stream().allMatch(a -> a.getDataType() == type),
                "initialState was asked for %s and gave another type: is the type passed on?",
                type);
          }
        }
      }
    }
  }
}
