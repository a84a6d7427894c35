package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Pass;
import org.braidml.api.TargetBatch;
import org.braidml.golden.EachCase;
import org.braidml.golden.GoldenCase;
import org.braidml.golden.GoldenRun;
import org.braidml.testkit.Configured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In most cases the output layer is the identity, so that inputs are the logits. */
final class HeadsGoldenTest {

  static Stream<Arguments> byHand() {
    return EachCase.of("by-hand/heads.conf");
  }

  static Stream<Arguments> cases() {
    return EachCase.of("golden/heads.json");
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void equalsPyTorch(String engine, GoldenCase golden) {
    HeadBlock block = Configured.head(golden.hocon(), golden.specs().get(0), golden.target());
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("output", (pass, inputs) -> scores(block, pass, inputs));
      run.evaluate("prediction", (pass, inputs) -> block.predict(scores(block, pass, inputs)));
      TargetBatch targets = new TargetBatch(run.targets(), golden.targets());
      run.gradients((pass, inputs) -> block.loss(scores(block, pass, inputs), targets).mean());
    }
  }

  private static NDArray scores(HeadBlock block, Pass pass, List<NDArray> inputs) {
    return block.forward(pass, new HeadInput(inputs.get(0), null));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("byHand")
  void equalsTheHand(String engine, GoldenCase golden) {
    HeadBlock block = Configured.head(golden.hocon(), golden.specs().get(0), golden.target());
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("prediction", (pass, inputs) -> block.predict(scores(block, pass, inputs)));
      TargetBatch targets = new TargetBatch(run.targets(), golden.targets());
      run.loss((pass, inputs) -> block.loss(scores(block, pass, inputs), targets).mean());
    }
  }
}
