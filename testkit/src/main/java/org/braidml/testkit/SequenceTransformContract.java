package org.braidml.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of a {@link org.braidml.api.SequenceTransform}: {@code (B, T, F)} and lengths {@code
 * -> (B, T', F')} and lengths.
 */
public abstract class SequenceTransformContract extends PaddedBlockContract {

  /** For subclasses. */
  protected SequenceTransformContract() {}

  /**
   * Builds a new block without dropout.
   *
   * @param input what it reads; of a fixed length if {@link Capabilities#needsFixedLength()}
   */
  protected abstract SequenceTransformBlock create(SequenceSpec input);

  /**
   * Builds a new block with a dropout rate of 0.3 to 0.5; empty if the transform has no dropout.
   */
  protected Optional<SequenceTransformBlock> createWithDropout(SequenceSpec input) {
    return Optional.empty();
  }

  @Override
  final Subject subject() {
    return subject(create(Sizes.spec(capabilities(), Sizes.WIDTH)), Sizes.WIDTH);
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(Sizes.spec(capabilities(), Sizes.WIDTH))
        .map(block -> subject(block, Sizes.WIDTH));
  }

  private static Subject subject(SequenceTransformBlock block, int width) {
    return new Subject(
        block,
        List.of(Port.sequence("sequence", width)),
        (pass, inputs) -> {
          Sequence result = block.forward(pass, inputs.sequence(0));
          Sizes.maskAgrees("result", result);
          return List.of(Output.steps("result", result));
        });
  }

  /** Real width and lengths are the declared ones, for random sizes and lengths. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> declaredSizes(engine));
  }

  private void declaredSizes(String engine) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      int width = 1 + random.nextInt(5);
      SequenceTransformBlock block =
          Sizes.ofWidth(width, w -> create(Sizes.spec(capabilities(), w))).orElse(null);
      if (block == null) {
        continue;
      }
      try (Probe probe = probe(engine, subject(block, width))) {
        HostBatch batch = Sizes.random(capabilities(), probe.subject().ports(), random);
        Reading result = probe.evaluate(batch).get(0);
        Sizes.shape("the result", result, batch.rows(), result.shape()[1], block.output().width());
        int[] due = Arrays.stream(batch.lengths()).map(block::mapLength).toArray();
        Sizes.require(
            Arrays.equals(result.lengths(), due),
            "rows of %s steps became %s steps, against mapLength, which says %s: is a length not"
                + " mapped by the stride?",
            Arrays.toString(batch.lengths()),
            Arrays.toString(result.lengths()),
            Arrays.toString(due));
      }
    }
  }

  /** {@code mapLength} maps 0 to 0, never falls, and follows the declared time stride. */
  @EachEngine
  public final void lengthsFollowTheDeclaredStride(String engine) {
    Seeds.explained(engine, this::lengths);
  }

  private void lengths() {
    SequenceSpec input = Sizes.spec(capabilities(), Sizes.WIDTH);
    SequenceTransformBlock block = create(input);
    int stride = block.output().timeStride();
    Sizes.require(
        block.mapLength(0) == 0,
        "mapLength(0) is %d, not 0: an empty row has no step, whatever a window adds",
        block.mapLength(0));
    if (input.fixedLength().isPresent()) {
      OptionalInt mapped = OptionalInt.of(block.mapLength(capabilities().time()));
      Sizes.require(
          block.output().fixedLength().equals(mapped),
          "output() declares the fixed length %s, mapLength says %s: is it mapped as other lengths"
              + " are?",
          block.output().fixedLength(),
          mapped);
      everyStep(input, block);
      return;
    }
    int enough = 8 * stride + capabilities().minimumTime();
    for (int length = 0; length < enough + 2 * stride; length++) {
      Sizes.require(
          block.mapLength(length + 1) >= block.mapLength(length),
          "mapLength(%d) is %d and mapLength(%d) is %d: a longer row never leaves fewer steps",
          length,
          block.mapLength(length),
          length + 1,
          block.mapLength(length + 1));
      Sizes.require(
          length < enough || block.mapLength(length + stride) == block.mapLength(length) + 1,
          "mapLength(%d) is %d and mapLength(%d) is %d, not one step more at the declared time"
              + " stride of %d: is a length not mapped by the stride?",
          length,
          block.mapLength(length),
          length + stride,
          block.mapLength(length + stride),
          stride);
    }
    everyStep(input, block);
  }

  /** A transform that loses a step of some row declares it, and no other does. */
  private void everyStep(SequenceSpec input, SequenceTransformBlock block) {
    int longest = capabilities().time();
    boolean keeps =
        IntStream.rangeClosed(input.fixedLength().orElse(0), longest)
            .allMatch(length -> block.mapLength(length) == length);
    Sizes.require(
        block.output().everyStep() == keeps,
        "output() declares everyStep = %s, and by mapLength %s",
        block.output().everyStep(),
        keeps ? "every row keeps its steps" : "rows lose steps");
  }

  /** A transform that is declared stepwise makes each step of the same step alone. */
  @EachEngine
  public final void stepwiseMeansStepByStep(String engine) {
    SequenceTransformBlock declared = create(Sizes.spec(capabilities(), Sizes.WIDTH));
    Assumptions.assumeTrue(declared.stepwise(), "reads other steps");
    Seeds.explained(
        engine,
        () -> {
          Sizes.require(
              declared.output().everyStep(), "declared stepwise(), a transform keeps every step");
          stepwise(trial(engine, this::subject));
        });
  }

  /** What reads a step at some distance shows it at the first or the last of a row. */
  private static void stepwise(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.batch(probe.subject());
      Reading before = probe.evaluate(batch).get(0);
      int width = Math.toIntExact(before.shape()[2]);
      for (int step : new int[] {0, batch.lengths()[0] - 1}) {
        HostBatch other = batch.shifted(0, 0, step * Sizes.WIDTH, 1.0);
        Reading after = probe.evaluate(other).get(0);
        for (int i = 0; i < batch.lengths()[0] * width; i++) {
          Sizes.require(
              i / width == step || before.values()[i] == after.values()[i],
              "step %d of row 0 changes step %d of the result: leave stepwise() false, so that no"
                  + " state is carried past this transform",
              step,
              i / width);
        }
      }
    }
  }

  /** A transform that needs a fixed length refuses any other, one of a least T refuses less. */
  @EachEngine
  public final void declaredLimitsAreRefused(String engine) {
    Seeds.explained(engine, () -> Limits.check(trial(engine, this::subject), this::create));
  }
}
