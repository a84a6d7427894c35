package org.braidml.encoder.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.OptionalInt;
import org.braidml.api.Condition;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.config.ConfigurationException;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is refused before any parameter exists, with a remedy. */
final class RefusalsTest {

  private static final SequenceSpec SHORT = new SequenceSpec("vitals", 2, 1, OptionalInt.of(4));

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "gru", "cell-rnn"})
  void dropoutOfOneLayerIsRefused(String id) {
    assertThatThrownBy(() -> Configured.encoder("type = " + id + ", dropout = 0.5", SHORT))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use layers = 2 or dropout = 0");
  }

  @Test
  void strideThatSkipsStepsIsRefused() {
    for (String id : List.of("max-pool", "mean-pool")) {
      assertThatThrownBy(() -> Configured.transform("type = " + id + ", stride = 3", SHORT))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("use stride = 2 or a larger size");
    }
  }

  @Test
  void dilationOfOneStepIsRefused() {
    assertThatThrownBy(() -> Configured.transform("type = conv1d, kernel = 1, dilation = 2", SHORT))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use dilation = 1 or a larger kernel");
  }

  @Test
  void windowLongerThanEveryExampleIsRefused() {
    assertThatThrownBy(
            () ->
                Configured.transform(
                    "type = conv1d, kernel = 3, dilation = 2, padding = valid", SHORT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("covers 5 steps, and every example of vitals has 4")
        .hasMessageContaining("use a smaller kernel or dilation, or padding = same");
    assertThatThrownBy(
            () -> Configured.encoder("type = conv-lstm, kernel = 5, padding = valid", SHORT))
        .isInstanceOf(SpecException.class);
  }

  @Test
  void flattenOfRowsOfDifferentLengthsIsRefused() {
    assertThatThrownBy(
            () ->
                Configured.encoder(
                    "type = conv-pool, pooling { type = flatten }", SequenceSpec.of("vitals", 2)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("rows of vitals differ in length")
        .hasMessageContaining("use another pooling, such as max or mean");
  }

  @Test
  void layerNormOfOneNumberIsRefused() {
    assertThatThrownBy(
            () -> Configured.transform("type = layer-norm", SequenceSpec.of("temperature", 1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("leave layer-norm out");
  }

  /** 4 steps, valid with a kernel of 2: 3; pooled by 2: 2, each of which stands for 2 steps. */
  @Test
  void strideAndFixedLengthAreDeclared() {
    StatesSpec states =
        Configured.encoder("type = conv-lstm, kernel = 2, padding = valid, max-pool = 2", SHORT)
            .states();
    assertThat(states.fixedLength()).hasValue(2);
    assertThat(states.timeStride()).isEqualTo(2);
    SequenceSpec strided =
        Configured.transform("type = conv1d, filters = 5, kernel = 2, stride = 3", SHORT).output();
    assertThat(strided)
        .isEqualTo(new SequenceSpec("vitals", 5, 3, OptionalInt.of(2)).causalIf(false));
  }

  /** Without padding, a row of n steps has n - 1 windows of 2: one step has none, at stride 1. */
  @Test
  void whoLeavesOutStepsSaysSo() {
    SequenceSpec any = SequenceSpec.of("vitals", 2);
    assertThat(Configured.encoder("type = conv-lstm, kernel = 2", any).states().everyStep())
        .isTrue();
    StatesSpec shortened =
        Configured.encoder("type = conv-lstm, kernel = 2, padding = valid", any).states();
    assertThat(shortened.timeStride()).isEqualTo(1);
    assertThat(shortened.everyStep()).isFalse();
    assertThat(
            Configured.transform("type = max-pool, size = 2, stride = 1", any).output().everyStep())
        .isFalse();
  }

  /** Causal are one direction, and windows that end at their step. */
  @Test
  void whoTellsOfLaterStepsSaysSo() {
    SequenceSpec any = SequenceSpec.of("vitals", 2);
    for (String ahead :
        List.of("type = gru, bidirectional = true", "type = conv-lstm", "type = conv-pool")) {
      assertThat(Configured.encoder(ahead, any).states().causal()).as(ahead).isFalse();
    }
    for (String causal :
        List.of("type = lstm", "type = conv-lstm, padding = causal", "type = mean-embedding")) {
      assertThat(Configured.encoder(causal, any).states().causal()).as(causal).isTrue();
    }
    assertThat(Configured.transform("type = conv1d", any).output().causal()).isFalse();
    assertThat(Configured.transform("type = conv1d, padding = causal", any).output().causal())
        .isTrue();
  }

  @EachEngine
  void convLstmCannotContinueAnEarlierChunk(String engine) {
    SequenceEncoderBlock block = Configured.encoder("type = conv-lstm", SequenceSpec.of("x", 1));
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.initialize(block);
      var input = stage.padded(new double[] {1, 2});
      var first = block.forward(stage.evaluation(), input, Condition.NONE).finalState();
      assertThat(first).isNotNull().satisfies(last -> assertThat(last.carry()).isEmpty());
      var carried = new Condition(null, List.of(stage.array(new Shape(1, 64), new double[64])));
      assertThatThrownBy(() -> block.forward(stage.evaluation(), input, carried))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot continue");
    }
  }
}
