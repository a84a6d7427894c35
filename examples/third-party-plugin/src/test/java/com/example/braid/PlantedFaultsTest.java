package com.example.braid;

import java.util.stream.Stream;
import org.braidml.api.nn.Engines;
import org.braidml.testkit.faults.PlantedFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts can fail here too: each planted fault is found in this build, and named. */
final class PlantedFaultsTest {

  // snippet: start
  static Stream<Arguments> faults() {
    return Engines.available().stream()
        .flatMap(engine -> PlantedFault.all().stream().map(fault -> Arguments.of(engine, fault)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("faults")
  void contractNamesTheFault(String engine, PlantedFault fault) {
    fault.requireNamed(engine);
  }
  // snippet: end
}
