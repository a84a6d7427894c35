package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.stream.Stream;
import org.braidml.api.MergerBlock;
import org.braidml.golden.EachCase;
import org.braidml.golden.GoldenCase;
import org.braidml.golden.GoldenRun;
import org.braidml.testkit.Configured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MergersGoldenTest {

  static Stream<Arguments> byHand() {
    return EachCase.of("by-hand/mergers.conf");
  }

  static Stream<Arguments> cases() {
    return EachCase.of("golden/mergers.json");
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void equalsPyTorch(String engine, GoldenCase golden) {
    MergerBlock block = Configured.merger(golden.hocon(), golden.specs());
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("output", block::forward);
      NDArray weights = run.array(golden.numbers("weights"));
      run.gradients((pass, inputs) -> block.forward(pass, inputs).mul(weights).sum());
    }
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("byHand")
  void equalsTheHand(String engine, GoldenCase golden) {
    MergerBlock block = Configured.merger(golden.hocon(), golden.specs());
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("output", block::forward);
    }
  }
}
