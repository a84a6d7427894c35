package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.PoolingBlock;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.testkit.faults.Faults;
import org.junit.jupiter.api.Assumptions;

/** Each planted fault is found by the check that is meant for it, on each engine, and named. */
final class FaultsTest {

  @EachEngine
  void stateAtT(String engine) {
    found(
        () -> encoder(Faults::stateAtT).paddingChangesNothing(engine),
        "padded positions changed the encoding of row 1 (length 3 of T 6), largest difference",
        "is the state read at T instead of length - 1");
    found(
        () -> encoder(Faults::stateAtT).paddingChangesNoGradient(engine),
        "in training mode, padded positions changed the encoding of row 1");
  }

  @EachEngine
  void backwardOverPadding(String engine) {
    found(
        () -> encoder(Faults::backwardOverPadding).paddingChangesNothing(engine),
        "padded positions changed the encoding of row 1 (length 3 of T 6)",
        "a backward direction fed with padding first");
  }

  @EachEngine
  void ignoredDropout(String engine) {
    found(
        () -> encoderWithDropout(Faults::ignoredDropout).dropoutActsInTraining(engine),
        "dropout is configured, but training passes are equal",
        "a fused layer");
  }

  @EachEngine
  void unscaledDropout(String engine) {
    found(
        () -> encoderWithDropout(Faults::unscaledDropout).meanOfDropoutApproachesEvaluation(engine),
        "stays away from evaluation mode",
        "not divided by 1 - rate");
  }

  @EachEngine
  void dropoutInEvaluation(String engine) {
    found(
        () -> encoderWithDropout(Faults::dropoutInEvaluation).evaluationIsDeterministic(engine),
        "two passes in evaluation mode differ in the encoding of row 0",
        "is dropout left on in evaluation mode?");
  }

  @EachEngine
  void meanOverT(String engine) {
    found(
        () -> encoder(Faults::meanOverT).morePaddingChangesNothing(engine),
        "3 more padded steps changed the encoding of row 0 (length 6 of T 6)",
        "is a mean divided by T instead of the length");
  }

  @EachEngine
  void deadParameter(String engine) {
    found(
        () -> encoder(Faults::deadParameter).noParameterIsDead(engine),
        "the parameter decoy.bias, decoy.weight takes a gradient but gets none",
        "declared and never used");
  }

  @EachEngine
  void wrongDeclaredSize(String engine) {
    found(
        () -> encoder(Faults::wrongDeclaredSize).declaredSizesAreReal(engine),
        "the shape of the encoding, against what is declared");
  }

  @EachEngine
  void mixedExamples(String engine) {
    found(
        () -> encoder(Faults::mixedExamples).otherRowsChangeNothingInTraining(engine),
        "in training mode, the encoding of row 1 changed when row 0 was replaced, largest"
            + " difference",
        "does a layer mix examples, such as batch norm?");
  }

  @EachEngine
  void softmaxOverPadding(String engine) {
    found(
        () -> pooling().paddingChangesNothing(engine),
        "padded positions changed the encoding of row 1 (length 3 of T 6)",
        "a softmax or mean taken over padding");
    found(() -> pooling().declaredSizesAreReal(engine), "is a softmax taken over padding?");
  }

  @EachEngine
  void unmappedLengths(String engine) {
    found(
        () -> transform(Faults::unmappedLengths).declaredSizesAreReal(engine),
        "against mapLength: is a length not mapped by the stride?");
    found(
        () -> transform(Faults::wrongMapLength).lengthsFollowTheDeclaredStride(engine),
        "at the declared time stride of 2: is a length not mapped by the stride?");
  }

  @EachEngine
  void clippedIds(String engine) {
    found(
        () -> staticEncoder().idsHaveEncodingsOfTheirOwn(engine),
        "ids 1 and 2 of a category of 3 ids have the same encoding: is an id clipped");
  }

  @EachEngine
  void leakedArrays(String engine) {
    found(
        () -> projection(Faults::leakedArrays).noArrayIsLeftBehind(engine),
        "shapes of arrays left after evaluation",
        "does an operation start from a parameter");
  }

  @EachEngine
  void wrongGradient(String engine) {
    found(
        () -> projection(Faults::wrongGradient).gradientsEqualDifferences(engine),
        "the gradient of the parameter scale[",
        "is a part of the computation cut off");
  }

  @EachEngine
  void unsavedState(String engine) {
    found(
        () -> projection(Faults::unsavedState).savedAndLoadedBlocksAgree(engine),
        "does the block learn something that is not a parameter?");
  }

  @EachEngine
  void ignoredCarry(String engine) {
    found(
        () -> encoder(Faults::ignoredCarry).carriedStateContinuesTheSequence(engine),
        "are not those of one call",
        "is the carry the state after the last step, and is it read?");
  }

  @EachEngine
  void unscaledDropoutThatIsNotDeclared(String engine) {
    found(
        () -> encoder(Faults::unscaledDropout).trainingWithoutDropoutIsDeterministic(engine),
        "without dropout, two training passes differ",
        "a random layer that createWithDropout should declare");
  }

  @EachEngine
  void mixedInEvaluation(String engine) {
    found(
        () -> projection(Faults::mixedInEvaluation).otherRowsChangeNothing(engine),
        "the projection of row 1 changed when row 0 was replaced",
        "does a layer mix examples");
    found(
        () -> projection(Faults::mixedInEvaluation).smallerBatchesChangeNothing(engine),
        "in a batch of 1 instead of 4");
  }

  @EachEngine
  void cutOff(String engine) {
    found(
        () -> projection(Faults::cutOff).smallBatchIsLearned(engine),
        "one batch of 4 rows is not learned");
    found(() -> projection(Faults::cutOff).noParameterIsDead(engine), "the parameter scale");
  }

  @EachEngine
  void engineDependent(String engine) {
    Assumptions.assumeTrue(EngineNames.available().size() > 1);
    found(
        () -> projection(Faults::engineDependent).enginesAgree(engine),
        "disagree on the projection of row 0");
  }

  @EachEngine
  void lossesOfHeads(String engine) {
    found(
        () -> head(Faults::meanForSum).lossesOfPartsAddUp(engine),
        "is a mean returned instead of a sum and its weight?");
    found(
        () -> head(Faults::logarithmOfProbability).lossOfLargeScoresIsFinite(engine),
        "is a logarithm taken of a probability");
    found(
        () -> head(Faults::meanForSum).otherTargetsAndInputsAreRefused(engine),
        "is declared as impossible, so build must refuse it");
  }

  @EachEngine
  void addedGradients(String engine) {
    GradientStepContract contract =
        new GradientStepContract() {
          @Override
          protected GradientStep create() {
            return Faults.addedGradients();
          }
        };
    found(
        () -> contract.gradientsDoNotAddUp(engine),
        "are old gradients added up instead of zeroed?");
  }

  @EachEngine
  void declaredMixingThatDoesNotMixIsFound(String engine) {
    SequenceEncoderContract contract =
        new SequenceEncoderContract() {
          @Override
          protected SequenceEncoderBlock create(SequenceSpec input) {
            return new HealthyEncoders.MaskedMean(input, 0, null);
          }

          @Override
          protected Capabilities capabilities() {
            return Capabilities.standard().mixing().fixedLength();
          }
        };
    found(() -> contract.otherRowsChangeNothingInTraining(engine), "declares that it mixes");
    found(() -> contract.declaredLimitsAreRefused(engine), "a length that is not fixed");
  }

  private static void found(ThrowingCallable check, String... words) {
    assertThatThrownBy(check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("again: -Dbraid.testkit.seed=" + Seeds.seed());
  }

  private static SequenceEncoderContract encoder(
      Function<SequenceSpec, SequenceEncoderBlock> fault) {
    return new SequenceEncoderContract() {
      @Override
      protected SequenceEncoderBlock create(SequenceSpec input) {
        return fault.apply(input);
      }
    };
  }

  private static SequenceEncoderContract encoderWithDropout(
      Function<SequenceSpec, SequenceEncoderBlock> fault) {
    return new SequenceEncoderContract() {
      @Override
      protected SequenceEncoderBlock create(SequenceSpec input) {
        return new HealthyEncoders.MaskedMean(input, 0, null);
      }

      @Override
      protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
        return Optional.of(fault.apply(input));
      }
    };
  }

  private static SequenceTransformContract transform(
      Function<SequenceSpec, SequenceTransformBlock> fault) {
    return new SequenceTransformContract() {
      @Override
      protected SequenceTransformBlock create(SequenceSpec input) {
        return fault.apply(input);
      }
    };
  }

  private static HeadContract head(Function<HeadInputSpec, HeadBlock> fault) {
    return new HeadContract() {
      @Override
      protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
        return fault.apply(input);
      }

      @Override
      protected Set<Kind> kinds() {
        return Set.of(Kind.BINARY);
      }
    };
  }

  private static PoolingContract pooling() {
    return new PoolingContract() {
      @Override
      protected PoolingBlock create(StatesSpec input) {
        return Faults.softmaxOverPadding(input);
      }
    };
  }

  private static StaticFeatureEncoderContract staticEncoder() {
    return new StaticFeatureEncoderContract() {
      @Override
      protected StaticFeatureEncoderBlock create(StaticSpec input) {
        return Faults.clippedIds(input);
      }
    };
  }

  private static ProjectionContract projection(Function<EncodingSpec, ProjectionBlock> fault) {
    return new ProjectionContract() {
      @Override
      protected ProjectionBlock create(EncodingSpec input) {
        return fault.apply(input);
      }
    };
  }
}
