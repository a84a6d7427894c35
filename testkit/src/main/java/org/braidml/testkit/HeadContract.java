package org.braidml.testkit;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of a {@link org.braidml.api.Head}: merged encoding {@code (B, M)} or states {@code
 * (B, T, H)} {@code ->} scores, loss, prediction. Gradients and learning are those of its own loss.
 */
public abstract class HeadContract extends BlockContract {

  /** For subclasses. */
  protected HeadContract() {}

  /** Builds a new block without dropout. */
  protected abstract HeadBlock create(HeadInputSpec input, TargetSpec target);

  /** The kinds of target that the head predicts; others are refused. */
  protected abstract Set<Kind> kinds();

  /** Builds a new block with a dropout rate of 0.3 to 0.5; empty if the head has no dropout. */
  protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
    return Optional.empty();
  }

  /**
   * Whether the head reads the states of an encoder, and predicts a value a step; if not, states
   * are refused. Its targets then have a value a step, but for padding and one more step a row.
   */
  protected boolean readsStates() {
    return false;
  }

  /** Whether the head reads an encoding; if not, it is refused. */
  protected boolean readsEncodings() {
    return !readsStates();
  }

  private HeadInputSpec input(int width) {
    return readsStates()
        ? StatesSpec.of(Sizes.spec(capabilities(), width), width)
        : new EncodingSpec("checked", width);
  }

  private TargetSpec target() {
    return target(EnumSet.copyOf(kinds()).iterator().next());
  }

  private TargetSpec target(Kind kind) {
    return readsStates() ? HeadSubject.stepTarget(kind) : HeadSubject.target(kind);
  }

  private HeadSubject head(int width, TargetSpec target) {
    return new HeadSubject(create(input(width), target), input(width), target);
  }

  private HeadSubject head() {
    return head(Sizes.WIDTH + 2, target());
  }

  @Override
  final Subject subject() {
    return head().subject();
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    HeadInputSpec input = input(Sizes.WIDTH + 2);
    return createWithDropout(input, target())
        .map(block -> new HeadSubject(block, input, target()).subject());
  }

  /** Scores and predictions have the declared width; probabilities are probabilities. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> kinds().forEach(kind -> declaredSizes(engine, target(kind))));
  }

  private void declaredSizes(String engine, TargetSpec target) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      HeadSubject head = head(1 + random.nextInt(5), target);
      try (Probe probe = probe(engine, head.subject())) {
        HostBatch batch = Sizes.random(capabilities(), probe.subject().ports(), random);
        head.checkShapes(batch, probe.evaluate(batch));
      }
    }
  }

  /**
   * The losses of two parts of a batch add up to the loss of the whole, and so do their weights.
   */
  @EachEngine
  public final void lossesOfPartsAddUp(String engine) {
    Seeds.explained(engine, () -> HeadSubject.checkSum(trial(engine, () -> head().losses())));
  }

  /** Sure predictions, right or wrong, have finite losses. */
  @EachEngine
  public final void lossOfLargeScoresIsFinite(String engine) {
    Assumptions.assumeTrue(!target().classes().isEmpty(), "predicts numbers");
    Seeds.explained(
        engine, () -> HeadSubject.checkFinite(trial(engine, () -> head().largeLosses())));
  }

  /** The head names its metrics, and each can be computed from its predictions. */
  @EachEngine
  public final void metricsReadPredictions(String engine) {
    Assumptions.assumeFalse(readsStates(), "predicts a step");
    Seeds.explained(
        engine,
        () -> {
          HeadSubject head = head();
          try (Probe probe = probe(engine, head.subject())) {
            HostBatch batch =
                HostBatch.draw(
                    probe.subject().ports(), 1, new int[6], Seeds.stream(Seeds.seed(), "metrics"));
            head.checkMetrics(batch, probe.evaluate(batch));
          }
        });
  }

  /** Kinds of target and of input that the head declares not to read are refused. */
  @EachEngine
  public final void otherTargetsAndInputsAreRefused(String engine) {
    Seeds.explained(
        engine,
        () -> {
          for (Kind kind : EnumSet.complementOf(EnumSet.copyOf(kinds()))) {
            Sizes.refused(
                "a target of kind " + kind, () -> create(input(Sizes.WIDTH), target(kind)));
          }
          if (!readsEncodings()) {
            Sizes.refused("an encoding", () -> create(new EncodingSpec("checked", 3), target()));
          }
          Sizes.refused(
              readsStates() ? "states of stride 2" : "reading states",
              () ->
                  create(
                      new StatesSpec("checked", 3, 2, OptionalInt.empty(), OptionalInt.empty()),
                      target()));
          if (readsStates()) {
            StatesSpec fewer = StatesSpec.of(SequenceSpec.of("checked", 3), 3).leavingOutSteps();
            Sizes.refused("states that leave out steps", () -> create(fewer, target()));
          }
        });
  }

  /** Finite noise in padded states changes not a bit of scores, loss and gradients. */
  @EachEngine
  public final void paddingChangesNothing(String engine) {
    Assumptions.assumeTrue(readsStates(), "reads an encoding");
    check(engine, PaddingCheck::noiseChangesNothing);
    check(engine, PaddingCheck::noiseChangesNoGradient);
    check(engine, PaddingCheck::moreOfItChangesNothing);
  }
}
