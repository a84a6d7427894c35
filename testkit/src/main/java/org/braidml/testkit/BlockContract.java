package org.braidml.testkit;

import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * The checks that every block passes, whatever its SPI. Not extended directly: extend the contract
 * of the SPI.
 *
 * <p>All data are FLOAT32, except for finite differences and the agreement of engines, which need
 * FLOAT64. The names of the tests say what holds.
 */
public abstract class BlockContract {

  BlockContract() {}

  /** What the block does or cannot do; nothing special, unless overridden. */
  protected Capabilities capabilities() {
    return Capabilities.standard();
  }

  /** A new block at the sizes of the checks. */
  abstract Subject subject();

  /** A new block with dropout, if there is one. */
  abstract Optional<Subject> subjectWithDropout();

  /** In evaluation mode, other values or another order of the other rows change not a bit. */
  @EachEngine
  public final void otherRowsChangeNothing(String engine) {
    check(engine, RowsCheck::inEvaluation);
  }

  /** The same in training mode without dropout; a block declared as mixing must mix there. */
  @EachEngine
  public final void otherRowsChangeNothingInTraining(String engine) {
    check(engine, RowsCheck::inTraining);
  }

  /** Another place in the batch changes a result by at most 1e-6 and 1e-5 of it. */
  @EachEngine
  public final void placeInTheBatchChangesNothing(String engine) {
    check(engine, RowsCheck::inAnotherPlace);
  }

  /** Another batch size changes a result by at most 1e-6 and 1e-5 of it. */
  @EachEngine
  public final void smallerBatchesChangeNothing(String engine) {
    check(engine, RowsCheck::inSmallerBatches);
  }

  /** Every parameter that takes a gradient gets one. */
  @EachEngine
  public final void noParameterIsDead(String engine) {
    check(engine, GradientCheck::noParameterIsDead);
  }

  /** Gradients by parameters and inputs equal central differences in float64, 1e-5 relative. */
  @EachEngine
  public final void gradientsEqualDifferences(String engine) {
    check(engine, GradientCheck::gradientsEqualDifferences);
  }

  /** A garbage collection between forward and backward pass changes no gradient, bit for bit. */
  @EachEngine
  public final void collectionsChangeNoGradient(String engine) {
    check(engine, CollectionCheck::gradientsOutliveCollections);
  }

  /** One seed, one block: parameters and results are equal bit for bit. */
  @EachEngine
  public final void sameSeedSameBlock(String engine) {
    check(engine, SeedCheck::sameSeedSameBlock);
  }

  /** Every engine starts from the same parameters, bit for bit. */
  @EachEngine
  public final void everyEngineStartsFromTheSameParameters(String engine) {
    check(engine, SeedCheck::sameParametersOnEveryEngine);
  }

  /** Engines compute the same in float64, to 1e-9. */
  @EachEngine
  public final void enginesAgree(String engine) {
    check(engine, SeedCheck::enginesAgree);
  }

  /** Two passes in evaluation mode are equal, also those of a block with dropout. */
  @EachEngine
  public final void evaluationIsDeterministic(String engine) {
    check(engine, SeedCheck::evaluationIsDeterministic);
    subjectWithDropout()
        .ifPresent(
            first ->
                Seeds.explained(
                    engine,
                    () -> SeedCheck.evaluationIsDeterministic(trial(engine, this::dropout))));
  }

  /** Without dropout, two passes in training mode are equal whatever the random streams. */
  @EachEngine
  public final void trainingWithoutDropoutIsDeterministic(String engine) {
    check(engine, SeedCheck::trainingIsDeterministic);
  }

  /** With dropout, training passes differ. */
  @EachEngine
  public final void dropoutActsInTraining(String engine) {
    checkDropout(engine, DropoutCheck::passesDiffer);
  }

  /** With dropout, the mean of training passes is near evaluation mode. */
  @EachEngine
  public final void meanOfDropoutApproachesEvaluation(String engine) {
    checkDropout(engine, DropoutCheck::meanApproachesEvaluation);
  }

  /** A block whose parameters were saved and loaded gives the same results, bit for bit. */
  @EachEngine
  public final void savedAndLoadedBlocksAgree(String engine) {
    check(engine, SavingCheck::savedAndLoadedBlocksAgree);
  }

  /** When a batch is closed, the number of native arrays is what it was. */
  @EachEngine
  public final void noArrayIsLeftBehind(String engine) {
    check(engine, LeakCheck::nothingIsLeft);
  }

  /** Adam learns one small batch. */
  @EachEngine
  public final void smallBatchIsLearned(String engine) {
    check(engine, OverfitCheck::learns);
  }

  final void check(String engine, Consumer<Trial> check) {
    Seeds.explained(engine, () -> check.accept(trial(engine, this::subject)));
  }

  private void checkDropout(String engine, Consumer<Trial> check) {
    Assumptions.assumeTrue(subjectWithDropout().isPresent(), "declares no dropout");
    Seeds.explained(engine, () -> check.accept(trial(engine, this::dropout)));
  }

  private Subject dropout() {
    return subjectWithDropout().orElseThrow();
  }

  final Trial trial(String engine, Supplier<Subject> subjects) {
    return new Trial(engine, Seeds.seed(), capabilities(), subjects);
  }

  /** A probe for a check of one SPI. */
  final Probe probe(String engine, Subject subject) {
    return new Probe(engine, subject, DataType.FLOAT32, Seeds.seed());
  }
}
