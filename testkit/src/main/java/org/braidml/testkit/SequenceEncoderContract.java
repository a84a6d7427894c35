package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.EncodingSpec;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of a {@link org.braidml.api.SequenceEncoder}: {@code (B, T, F) -> states (B, T', H),
 * encoding (B, E)}.
 */
public abstract class SequenceEncoderContract extends PaddedBlockContract {

  private static final int CONDITION = 2;

  /** For subclasses. */
  protected SequenceEncoderContract() {}

  /**
   * Builds a new block without dropout.
   *
   * @param input what it reads; of a fixed length if {@link Capabilities#needsFixedLength()}
   */
  protected abstract SequenceEncoderBlock create(SequenceSpec input);

  /** Builds a new block with a dropout rate of 0.3 to 0.5; empty if the encoder has no dropout. */
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.empty();
  }

  /** Builds a new block that starts from another encoding; empty if the encoder cannot. */
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    return Optional.empty();
  }

  @Override
  final Subject subject() {
    return subject(fresh(), Sizes.WIDTH);
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(Sizes.spec(capabilities(), Sizes.WIDTH))
        .map(block -> subject(block, Sizes.WIDTH));
  }

  private static Subject subject(SequenceEncoderBlock block, int width) {
    return new Subject(
        block,
        List.of(Port.sequence("sequence", width)),
        (pass, inputs) -> outputs(encode(block, pass, inputs, Condition.NONE)));
  }

  private Optional<Subject> conditioned() {
    return createConditioned(
            Sizes.spec(capabilities(), Sizes.WIDTH), new EncodingSpec("condition", CONDITION))
        .map(
            block ->
                new Subject(
                    block,
                    List.of(
                        Port.sequence("sequence", Sizes.WIDTH),
                        Port.vector("condition", CONDITION)),
                    (pass, inputs) ->
                        outputs(
                            encode(
                                block, pass, inputs, new Condition(inputs.array(1), List.of())))));
  }

  private static Encoded encode(
      SequenceEncoderBlock block, Pass pass, Inputs inputs, Condition condition) {
    Encoded encoded = block.forward(pass, inputs.sequence(0), condition);
    Sizes.maskAgrees("states", encoded.states());
    return encoded;
  }

  private static List<Output> outputs(Encoded encoded) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(Output.row("encoding", encoded.encoding()));
    outputs.add(Output.steps("states", encoded.states()));
    FinalState last = encoded.finalState();
    if (last != null) {
      outputs.add(Output.row("final state", last.output()));
    }
    return outputs;
  }

  /** Real sizes are the declared ones, for random sizes and lengths; empty rows give zeros. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> declaredSizes(engine));
  }

  private void declaredSizes(String engine) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      int width = 1 + random.nextInt(5);
      SequenceEncoderBlock block = create(Sizes.spec(capabilities(), width));
      try (Probe probe = probe(engine, subject(block, width))) {
        HostBatch batch = Sizes.random(capabilities(), probe.subject().ports(), random);
        List<Reading> readings = probe.evaluate(batch);
        Sizes.shape("the encoding", readings.get(0), batch.rows(), block.encodingWidth());
        Sizes.zeroForEmptyRows(readings.get(0), batch.lengths());
        states(block, batch, readings.get(1));
      }
    }
  }

  private static void states(SequenceEncoderBlock block, HostBatch batch, Reading states) {
    int[] lengths = states.lengths();
    if (lengths == null) {
      throw new IllegalStateException("states have lengths");
    }
    Sizes.shape("the states", states, batch.rows(), states.shape()[1], block.states().width());
    int stride = block.states().timeStride();
    boolean everyStep = block.states().everyStep();
    OptionalInt fixed = block.states().fixedLength();
    for (int row = 0; row < batch.rows(); row++) {
      int length = batch.lengths()[row];
      int most = (length + stride - 1) / stride;
      Sizes.require(
          lengths[row] <= most && (!everyStep || lengths[row] == length),
          "row %d (length %d) has %d states at the declared time stride of %d, due %s: are lengths"
              + " mapped, and the stride and everyStep declared by states()?",
          row,
          length,
          lengths[row],
          stride,
          everyStep ? "as many as steps" : "at most " + most);
      Sizes.require(
          fixed.isEmpty() || fixed.getAsInt() == lengths[row],
          "row %d has %d states, where states() declares that each has %s",
          row,
          lengths[row],
          fixed);
    }
  }

  /** An encoder that needs a fixed length refuses any other, one of a least T refuses less. */
  @EachEngine
  public final void declaredLimitsAreRefused(String engine) {
    Seeds.explained(engine, () -> Limits.check(trial(engine, this::subject), this::create));
  }

  /** Of states that are declared causal, none changes with a later step. */
  @EachEngine
  public final void laterStepsChangeNoEarlierState(String engine) {
    SequenceEncoderBlock declared = fresh();
    boolean steps = declared.states().everyStep() && !capabilities().needsFixedLength();
    Assumptions.assumeTrue(declared.states().causal() && steps, "tells of later steps");
    Seeds.explained(engine, () -> causal(trial(engine, this::subject)));
  }

  private static void causal(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      int last = batch.lengths()[0] - 1;
      Reading before = probe.evaluate(batch).get(1);
      Reading after = probe.evaluate(batch.shifted(0, 0, last * Sizes.WIDTH, 1.0)).get(1);
      int earlier = Math.toIntExact(last * before.shape()[2]);
      for (int i = 0; i < earlier; i++) {
        Sizes.require(
            before.values()[i] == after.values()[i],
            "the last step of row 0 changes an earlier state: declare states().causalIf(false),"
                + " which keeps a head of the next token away");
      }
    }
  }

  /** What a full batch hands over lets a second call go on where the first ended. */
  @EachEngine
  public final void carriedStateContinuesTheSequence(String engine) {
    Trial trial = trial(engine, () -> Chunks.subject(fresh(), Sizes.WIDTH));
    Seeds.explained(engine, () -> Chunks.check(trial));
  }

  private SequenceEncoderBlock fresh() {
    return create(Sizes.spec(capabilities(), Sizes.WIDTH));
  }

  /** A conditioned encoder reads its condition, row by row, and has right gradients. */
  @EachEngine
  public final void conditionActsOnItsOwnRow(String engine) {
    Assumptions.assumeTrue(conditioned().isPresent(), "takes no condition");
    Trial trial = trial(engine, () -> conditioned().orElseThrow());
    Seeds.explained(
        engine,
        () -> {
          RowsCheck.inEvaluation(trial);
          PaddingCheck.noiseChangesNothing(trial);
          GradientCheck.noParameterIsDead(trial);
          GradientCheck.gradientsEqualDifferences(trial);
          conditionActs(trial);
        });
  }

  private static void conditionActs(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      List<Reading> before = probe.evaluate(batch);
      List<Reading> after = probe.evaluate(batch.shifted(1, 0, 0, 1.0));
      if (Compare.all(before, after, Tolerance.NONE).isEmpty()) {
        fail("another condition gives the same results: is the condition read at all?");
      }
    }
  }
}
