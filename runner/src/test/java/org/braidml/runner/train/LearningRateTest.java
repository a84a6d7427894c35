package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.config.Rendered;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.DecayConfig;
import org.braidml.runner.experiment.ScheduleConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Learning rates against those of PyTorch; {@code golden/schedules.py} made them. */
class LearningRateTest {

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in = LearningRateTest.class.getResourceAsStream("/golden/schedules.json")) {
      JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(cases.spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ratesAreThoseOfPyTorch(JsonNode golden) {
    int stepsPerEpoch = golden.path("steps-per-epoch").asInt();
    int epochs = golden.path("epochs").asInt();
    LearningRate rate =
        new LearningRate(
            bound(golden.path("schedule").asText()),
            golden.path("base").asDouble(),
            stepsPerEpoch,
            epochs,
            golden.path("higher-is-better").asBoolean());
    assertThat(golden.path("rates")).hasSize(stepsPerEpoch * epochs);
    for (int step = 0; step < stepsPerEpoch * epochs; step++) {
      assertThat(rate.at(step))
          .as("step %d", step)
          .isCloseTo(golden.path("rates").path(step).asDouble(), within(1e-9));
      if ((step + 1) % stepsPerEpoch == 0) {
        rate.epochEnded(golden.path("monitored").path(step / stepsPerEpoch).asDouble());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aScheduleWrittenOutIsReadBackEqual(JsonNode golden) {
    ScheduleConfig config = bound(golden.path("schedule").asText());
    assertThat(bound(Rendered.of(config))).isEqualTo(config);
  }

  @Test
  void withoutAScheduleTheRateIsExactlyTheOptimizers() {
    ScheduleConfig config = bound("");
    assertThat(config).isEqualTo(new ScheduleConfig(0, new DecayConfig.Constant()));
    LearningRate rate = new LearningRate(config, 1e-3, 7, 2, false);
    assertThat(Stream.of(0L, 1L, 13L, 99L).map(rate::at)).containsOnly(1e-3);
  }

  @Test
  void whatIsNotANumberIsNoImprovement() {
    ScheduleConfig config = bound("type = plateau, factor = 0.5, patience = 1");
    LearningRate rate = new LearningRate(config, 1, 1, 9, true);
    for (double value : new double[] {0.5, Double.NaN, Double.NaN}) {
      assertThat(rate.at(0)).isEqualTo(1);
      rate.epochEnded(value);
    }
    assertThat(rate.at(0)).isEqualTo(0.5);
  }

  private static ScheduleConfig bound(String hocon) {
    return bound(ConfigFactory.parseString(hocon).root());
  }

  private static ScheduleConfig bound(ConfigObject object) {
    Binder binder = new Binder(new Registry(List.of()), new DefaultValues());
    ScheduleConfig config =
        binder.bind(ScheduleConfig.class, object, "training.schedule").orElseThrow();
    assertThat(binder.problems()).isEmpty();
    return config;
  }
}
