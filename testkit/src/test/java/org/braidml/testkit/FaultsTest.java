package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.faults.Faults;
import org.braidml.testkit.faults.PlantedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each planted fault is found by the check that is meant for it, on each engine, and named. */
final class FaultsTest {

  static Stream<Arguments> faults() {
    return EngineNames.available().stream()
        .flatMap(engine -> PlantedFault.all().stream().map(fault -> Arguments.of(engine, fault)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("faults")
  void failureNamesTheFault(String engine, PlantedFault fault) {
    fault.requireNamed(engine);
    assertThatThrownBy(() -> fault.check().accept(engine))
        .hasMessageEndingWith("again: -Dbraid.testkit.seed=" + Seeds.seed());
  }

  @Test
  void everyFaultHasItsCheck() {
    assertThat(PlantedFault.all().stream().map(PlantedFault::name).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Faults.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .toList());
  }

  @EachEngine
  void faultThatIsNotThereIsNotFound(String engine) {
    PlantedFault none = new PlantedFault("none", name -> {}, List.of());
    assertThatThrownBy(() -> none.requireNamed(engine))
        .hasMessage("the planted fault none is not found on " + engine);
    PlantedFault other =
        new PlantedFault("other", PlantedFault.all().get(0).check(), List.of("a moon"));
    assertThatThrownBy(() -> other.requireNamed(engine))
        .hasMessageContaining("found, but not named: \"a moon\" is missing in");
  }

  /** Declarations are asserted: what is declared and not so is found as well. */
  @EachEngine
  void declaredIncapacityThatIsNoneIsFound(String engine) {
    SequenceEncoderContract contract =
        new SequenceEncoderContract() {
          @Override
          protected SequenceEncoderBlock create(SequenceSpec input) {
            return new HealthyEncoders.MaskedMean(input, 0, null);
          }

          @Override
          protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
            return Optional.of(new HealthyEncoders.MaskedMean(input, 0.4, null));
          }

          @Override
          protected Capabilities capabilities() {
            return Capabilities.standard().mixing().fixedLength().biasedDropout();
          }
        };
    found(() -> contract.otherRowsChangeNothingInTraining(engine), "declares that it mixes");
    found(
        () -> contract.declaredLimitsAreRefused(engine),
        "a length that is not fixed is declared as impossible, so build must refuse it, but it"
            + " built a block");
    found(
        () -> contract.meanOfDropoutApproachesEvaluation(engine),
        "declares that dropout is biased");
  }

  private static void found(ThrowingCallable check, String words) {
    assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(words);
  }
}
