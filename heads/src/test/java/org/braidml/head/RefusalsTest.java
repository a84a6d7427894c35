package org.braidml.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.metric.Metrics;
import org.braidml.testkit.Configured;
import org.junit.jupiter.api.Test;

final class RefusalsTest {

  private static final EncodingSpec MERGED = new EncodingSpec("merged", 4);
  private static final TargetSpec BINARY =
      new TargetSpec("recommended", Kind.BINARY, List.of("no", "yes"));
  private static final TargetSpec COLOUR =
      new TargetSpec("colour", Kind.MULTICLASS, List.of("red", "green", "blue"));
  private static final TargetSpec PRICE = new TargetSpec("price", Kind.REGRESSION, List.of());

  @Test
  void headsNameTheHeadThatWouldDo() {
    assertThatThrownBy(() -> Configured.head("type = binary", MERGED, COLOUR))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            head: "binary" predicts one of two classes; the target "colour" is multiclass of 3 \
            classes
            choose a head for that kind of target, for example multiclass""");
    assertThatThrownBy(() -> Configured.head("type = multiclass", MERGED, PRICE))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("one of several classes; the target \"price\" is regression");
    assertThatThrownBy(() -> Configured.head("type = regression", MERGED, BINARY))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("a number; the target \"recommended\" is binary of 2 classes");
  }

  @Test
  void statesAreRefused() {
    StatesSpec states = StatesSpec.of(SequenceSpec.of("review", 8), 8);
    assertThatThrownBy(() -> Configured.head("type = binary", states, BINARY))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            head: "binary" reads the merged encoding, not states
            set on = merged, or leave it out""");
  }

  @Test
  void headsOfEveryStepNeedAStateForEach() {
    TargetSpec tags = COLOUR.eachStepOf("review");
    assertThatThrownBy(() -> Configured.head("type = per-step-multiclass", MERGED, tags))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            head: "per-step-multiclass" reads the states of an encoder, not the merged encoding
            set on = "states(<encoder>)\"""");
    StatesSpec pooled = new StatesSpec("review", 8, 2, OptionalInt.empty(), OptionalInt.empty());
    assertThatThrownBy(() -> Configured.head("type = next-token", pooled, tags))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("a state of review stands for 2 steps");
    StatesSpec states = StatesSpec.of(SequenceSpec.of("review", 8), 8);
    assertThatThrownBy(() -> Configured.head("type = next-token", states.leavingOutSteps(), tags))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            head: windows without padding before the states of review leave out steps, and \
            "next-token" predicts for each
            use padding = same, and no pooling over time, before the states""");
    assertThatThrownBy(() -> Configured.head("type = next-token", states.causalIf(false), tags))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            head: the states of review tell of the tokens that are to be predicted
            read forwards only: bidirectional = false, padding = causal, no condition made of the \
            same field""");
    assertThatThrownBy(() -> Configured.head("type = per-step-binary", states, tags))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("for example per-step-multiclass");
  }

  @Test
  void thereIsAWeightForEachClass() {
    assertThatThrownBy(
            () -> Configured.head("type = multiclass, class-weights = [1, 2]", MERGED, COLOUR))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            head: class-weights has 2 numbers, and the target "colour" 3 classes: red, green, blue
            give a weight for each class, in this order""");
    assertThatThrownBy(
            () -> Configured.head("type = multiclass, class-weights = [0, 0]", MERGED, BINARY))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("class-weights are all 0: at least one class must count");
    assertThatThrownBy(
            () -> Configured.head("type = multiclass, class-weights = [1, -1]", MERGED, BINARY))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be at least 0");
  }

  @Test
  void weightsAndDeltasArePositive() {
    assertThatThrownBy(() -> Configured.head("type = binary, positive-weight = 0", MERGED, BINARY))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be above 0");
    assertThatThrownBy(() -> Configured.head("type = regression, huber-delta = 0", MERGED, PRICE))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be above 0");
  }

  @Test
  void bothFormsOfABinaryHeadHaveTheSameMetrics() {
    assertThat(Configured.head("type = multiclass", MERGED, BINARY).metrics())
        .isEqualTo(Configured.head("type = binary", MERGED, BINARY).metrics())
        .isEqualTo(Metrics.binary());
    assertThat(Configured.head("type = multiclass", MERGED, COLOUR).metrics())
        .isEqualTo(Metrics.multiclass());
  }

  @Test
  void scalesAreAboveZero() {
    assertThatThrownBy(() -> new TargetSpec("price", Kind.REGRESSION, List.of(), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("price: offset 1.0, scale 0.0");
  }
}
