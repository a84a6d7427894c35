package org.braidml.testkit.faults;

import static org.braidml.testkit.faults.FaultyContracts.encoder;
import static org.braidml.testkit.faults.FaultyContracts.encoderWithDropout;
import static org.braidml.testkit.faults.FaultyContracts.gradientStep;
import static org.braidml.testkit.faults.FaultyContracts.head;
import static org.braidml.testkit.faults.FaultyContracts.pooling;
import static org.braidml.testkit.faults.FaultyContracts.projection;
import static org.braidml.testkit.faults.FaultyContracts.staticEncoder;
import static org.braidml.testkit.faults.FaultyContracts.transform;

import java.util.List;
import java.util.function.Consumer;

/** Which check finds which fault, and what it says. */
final class FaultTable {

  static final List<PlantedFault> ALL =
      List.of(
          fault(
              "stateAtT",
              engine -> encoder(Faults::stateAtT).paddingChangesNothing(engine),
              "padded positions changed the encoding of row 1 (length 3 of T 6), largest difference",
              "is the state read at T instead of length - 1"),
          fault(
              "stateAtT",
              engine -> encoder(Faults::stateAtT).paddingChangesNoGradient(engine),
              "in training mode, padded positions changed the encoding of row 1"),
          fault(
              "backwardOverPadding",
              engine -> encoder(Faults::backwardOverPadding).paddingChangesNothing(engine),
              "padded positions changed the encoding of row 1 (length 3 of T 6)",
              "a backward direction fed with padding first"),
          fault(
              "ignoredDropout",
              engine -> encoderWithDropout(Faults::ignoredDropout).dropoutActsInTraining(engine),
              "dropout is configured, but training passes are equal",
              "a fused layer"),
          fault(
              "unscaledDropout",
              engine ->
                  encoderWithDropout(Faults::unscaledDropout)
                      .meanOfDropoutApproachesEvaluation(engine),
              "stays away from evaluation mode",
              "not divided by 1 - rate"),
          fault(
              "dropoutInEvaluation",
              engine ->
                  encoderWithDropout(Faults::dropoutInEvaluation).evaluationIsDeterministic(engine),
              "two passes in evaluation mode differ in the encoding of row 0",
              "is dropout left on in evaluation mode?"),
          fault(
              "meanOverT",
              engine -> encoder(Faults::meanOverT).morePaddingChangesNothing(engine),
              "3 more padded steps changed the encoding of row 0 (length 6 of T 6)",
              "is a mean divided by T instead of the length"),
          fault(
              "deadParameter",
              engine -> encoder(Faults::deadParameter).noParameterIsDead(engine),
              "the parameter decoy.bias, decoy.weight takes a gradient but gets none",
              "declared and never used"),
          fault(
              "wrongDeclaredSize",
              engine -> encoder(Faults::wrongDeclaredSize).declaredSizesAreReal(engine),
              "the encoding has the shape",
              "declared is"),
          fault(
              "mixedExamples",
              engine -> encoder(Faults::mixedExamples).otherRowsChangeNothingInTraining(engine),
              "in training mode, the encoding of row 1 changed when row 0 was replaced, largest"
                  + " difference",
              "does a layer mix examples, such as batch norm?"),
          fault(
              "softmaxOverPadding",
              engine -> pooling(Faults::softmaxOverPadding).paddingChangesNothing(engine),
              "padded positions changed the encoding of row 1 (length 3 of T 6)",
              "a softmax or mean taken over padding"),
          fault(
              "softmaxOverPadding",
              engine -> pooling(Faults::softmaxOverPadding).declaredSizesAreReal(engine),
              "is a softmax taken over padding?"),
          fault(
              "unmappedLengths",
              engine -> transform(Faults::unmappedLengths).declaredSizesAreReal(engine),
              "against mapLength, which says",
              "is a length not mapped by the stride?"),
          fault(
              "wrongMapLength",
              engine -> transform(Faults::wrongMapLength).lengthsFollowTheDeclaredStride(engine),
              "at the declared time stride of 2: is a length not mapped by the stride?"),
          fault(
              "readsOtherSteps",
              engine -> transform(Faults::readsOtherSteps).stepwiseMeansStepByStep(engine),
              "step 0 of row 0 changes step 1 of the result: leave stepwise() false"),
          fault(
              "clippedIds",
              engine -> staticEncoder(Faults::clippedIds).idsHaveEncodingsOfTheirOwn(engine),
              "ids 1 and 2 of a category of 3 ids have the same encoding: is an id clipped"),
          fault(
              "leakedArrays",
              engine -> projection(Faults::leakedArrays).noArrayIsLeftBehind(engine),
              "arrays are left after evaluation, of shapes",
              "does an operation start from a parameter"),
          fault(
              "wrongGradient",
              engine -> projection(Faults::wrongGradient).gradientsEqualDifferences(engine),
              "the gradient of the parameter scale[",
              "is a part of the computation cut off"),
          fault(
              "unsavedState",
              engine -> projection(Faults::unsavedState).savedAndLoadedBlocksAgree(engine),
              "does the block learn something that is not a parameter?"),
          fault(
              "ignoredCarry",
              engine -> encoder(Faults::ignoredCarry).carriedStateContinuesTheSequence(engine),
              "are not those of one call",
              "is the carry the state after the last step, and is it read?"),
          fault(
              "unscaledDropout",
              engine ->
                  encoder(Faults::unscaledDropout).trainingWithoutDropoutIsDeterministic(engine),
              "without dropout, two training passes differ",
              "a random layer that createWithDropout should declare"),
          fault(
              "mixedInEvaluation",
              engine -> projection(Faults::mixedInEvaluation).otherRowsChangeNothing(engine),
              "the projection of row 1 changed when row 0 was replaced",
              "does a layer mix examples"),
          fault(
              "mixedInEvaluation",
              engine -> projection(Faults::mixedInEvaluation).smallerBatchesChangeNothing(engine),
              "in a batch of 1 instead of 4"),
          fault(
              "cutOff",
              engine -> projection(Faults::cutOff).smallBatchIsLearned(engine),
              "one batch of 4 rows is not learned"),
          fault(
              "cutOff",
              engine -> projection(Faults::cutOff).noParameterIsDead(engine),
              "the parameter scale"),
          fault(
              "engineDependent",
              engine -> projection(Faults::engineDependent).enginesAgree(engine),
              "disagree on the projection of row 0"),
          fault(
              "meanForSum",
              engine -> head(Faults::meanForSum).lossesOfPartsAddUp(engine),
              "is a mean returned instead of a sum and its weight?"),
          fault(
              "logarithmOfProbability",
              engine -> head(Faults::logarithmOfProbability).lossOfLargeScoresIsFinite(engine),
              "is a logarithm taken of a probability"),
          fault(
              "meanForSum",
              engine -> head(Faults::meanForSum).otherTargetsAndInputsAreRefused(engine),
              "is declared as impossible, so build must refuse it"),
          fault(
              "addedGradients",
              engine -> gradientStep(Faults::addedGradients).gradientsDoNotAddUp(engine),
              "are old gradients added up instead of zeroed?"));

  private FaultTable() {}

  private static PlantedFault fault(String name, Consumer<String> check, String... words) {
    return new PlantedFault(name, check, List.of(words));
  }
}
