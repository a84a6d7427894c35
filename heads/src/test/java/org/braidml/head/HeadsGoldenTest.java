package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.Pass;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
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

  static Stream<Arguments> steps() {
    return EachCase.of("golden/steps.json");
  }

  /** What PyTorch's ignore_index leaves out is NaN here. */
  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("steps")
  void headsOfEveryStepEqualPyTorch(String engine, GoldenCase golden) {
    int width = (int) golden.inputs().get(0).shape().get(2);
    var states = StatesSpec.of(SequenceSpec.of("x", width), width);
    HeadBlock block = Configured.head(golden.hocon(), states, golden.target().eachStepOf("x"));
    float[] host = golden.targets();
    for (int i = 0; i < host.length; i++) {
      host[i] = host[i] == -100 ? Float.NaN : host[i];
    }
    try (GoldenRun run = new GoldenRun(engine, golden, block)) {
      run.evaluate("output", (pass, inputs) -> scores(block, pass, inputs));
      run.evaluate("prediction", (pass, inputs) -> block.predict(scores(block, pass, inputs)));
      TargetBatch targets = TargetBatch.ofSteps(run.targets().getManager(), host, 3);
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
