package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.stream.Stream;
import org.braidml.api.ProjectionBlock;
import org.braidml.golden.EachCase;
import org.braidml.golden.GoldenCase;
import org.braidml.golden.GoldenRun;
import org.braidml.testkit.Configured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProjectionsGoldenTest {

  static Stream<Arguments> byHand() {
    return EachCase.of("by-hand/projections.conf");
  }

  static Stream<Arguments> cases() {
    return EachCase.of("golden/projections.json");
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void equalsPyTorch(String engine, GoldenCase golden) {
    ProjectionBlock block = Configured.projection(golden.hocon(), golden.specs().get(0));
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("output", (pass, inputs) -> block.forward(pass, inputs.get(0)));
      NDArray weights = run.array(golden.numbers("weights"));
      run.gradients((pass, inputs) -> block.forward(pass, inputs.get(0)).mul(weights).sum());
    }
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("byHand")
  void equalsTheHand(String engine, GoldenCase golden) {
    ProjectionBlock block = Configured.projection(golden.hocon(), golden.specs().get(0));
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("output", (pass, inputs) -> block.forward(pass, inputs.get(0)));
    }
  }
}
