package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;

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
        assertThat(result.lengths())
            .as(
                "lengths of the result for lengths %s, against mapLength: is a length not mapped by"
                    + " the stride?",
                Arrays.toString(batch.lengths()))
            .isEqualTo(Arrays.stream(batch.lengths()).map(block::mapLength).toArray());
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
    assertThat(block.mapLength(0)).as("mapLength(0)").isZero();
    if (input.fixedLength().isPresent()) {
      OptionalInt mapped = OptionalInt.of(block.mapLength(capabilities().time()));
      assertThat(block.output().fixedLength()).as("the declared fixed length").isEqualTo(mapped);
      return;
    }
    int enough = 8 * stride + capabilities().minimumTime();
    for (int length = 0; length < enough + 2 * stride; length++) {
      assertThat(block.mapLength(length + 1))
          .as("mapLength(%d), against mapLength(%d)", length + 1, length)
          .isGreaterThanOrEqualTo(block.mapLength(length));
      if (length >= enough) {
        assertThat(block.mapLength(length + stride))
            .as(
                "mapLength(%d), one step more than mapLength(%d) at the declared time stride of %d:"
                    + " is a length not mapped by the stride?",
                length + stride, length, stride)
            .isEqualTo(block.mapLength(length) + 1);
      }
    }
  }

  /** A transform that needs a fixed length refuses any other, one of a least T refuses less. */
  @EachEngine
  public final void declaredLimitsAreRefused(String engine) {
    Seeds.explained(engine, () -> Limits.check(trial(engine, this::subject), this::create));
  }
}
