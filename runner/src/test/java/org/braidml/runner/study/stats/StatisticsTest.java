package org.braidml.runner.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.braidml.runner.run.Json;
import org.junit.jupiter.api.Test;

/** Every statistic agrees with SciPy and statsmodels ({@code golden/statistics.py}). */
final class StatisticsTest {

  private static final double TOLERANCE = 1e-6;
  private static final JsonNode GOLDEN = golden();

  private static JsonNode golden() {
    try {
      return Json.read(Path.of("src/test/resources/golden/statistics.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static void same(double actual, JsonNode expected, String what) {
    double value = expected.asDouble();
    assertThat(expected.isNumber()).as(what).isTrue();
    assertThat(actual).as(what).isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
  }

  private static void same(Interval actual, JsonNode expected, String what) {
    same(actual.low(), expected.get(0), what + ", low");
    same(actual.high(), expected.get(1), what + ", high");
  }

  @Test
  void studentsAndTheCorrectedTestAgree() {
    for (JsonNode sample : GOLDEN.get("samples")) {
      double[] differences = numbers(sample.get("differences"));
      for (JsonNode expected : sample.get("t")) {
        PairedT test = PairedT.corrected(expected.get("ratio").asDouble(), differences);
        same(test.error(), expected.get("error"), "error of " + sample);
        same(test.p(), expected.get("p"), "p of " + sample);
        expected
            .get("intervals")
            .properties()
            .forEach(
                level ->
                    same(
                        test.interval(Double.parseDouble(level.getKey())),
                        level.getValue(),
                        "interval " + level));
      }
    }
  }

  @Test
  void theExactTestsAgree() {
    for (JsonNode sample : GOLDEN.get("samples")) {
      double[] differences = numbers(sample.get("differences"));
      same(Wilcoxon.p(differences), sample.get("wilcoxon"), "Wilcoxon of " + sample);
      if (sample.get("sign-flip").isNumber()) {
        same(SignFlip.p(differences), sample.get("sign-flip"), "signs of " + sample);
      }
    }
  }

  @Test
  void manySignsAreDrawnAndComeNearTheTTest() {
    JsonNode last = GOLDEN.get("samples").get(7);
    double[] differences = numbers(last.get("differences"));
    assertThat(differences).hasSize(30);
    assertThat(SignFlip.p(differences)).isCloseTo(PairedT.paired(differences).p(), within(0.08));
    assertThat(SignFlip.p(differences)).isEqualTo(SignFlip.p(differences));
  }

  @Test
  void effectSizesAgree() {
    for (JsonNode sample : GOLDEN.get("samples")) {
      PairedT test = PairedT.paired(numbers(sample.get("differences")));
      same(EffectSize.cohen(test), sample.get("effect").get("cohen"), "d of " + sample);
      JsonNode hedges = sample.get("effect").get("hedges");
      if (hedges.isNull()) {
        assertThat(EffectSize.hedges(test)).isNaN();
      } else {
        same(EffectSize.hedges(test), hedges, "g of " + sample);
      }
    }
  }

  @Test
  void bootstrapIntervalsOfGivenResamplesAgree() {
    int checked = 0;
    for (JsonNode sample : GOLDEN.get("samples")) {
      JsonNode expected = sample.get("bootstrap");
      if (expected.isObject()) {
        double[] differences = numbers(sample.get("differences"));
        double[] means = numbers(expected.get("means"));
        same(Bootstrap.bca(0.05, differences, means), expected.get("bca"), "BCa");
        same(Bootstrap.percentile(0.05, means), expected.get("percentile"), "percentile");
        Interval own = Bootstrap.mean(0.05, differences);
        double width =
            expected.get("bca").get(1).asDouble() - expected.get("bca").get(0).asDouble();
        assertThat(own.high() - own.low()).isBetween(0.8 * width, 1.25 * width);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(2);
  }

  @Test
  void powerAgrees() {
    for (JsonNode expected : GOLDEN.get("power")) {
      int n = expected.get("n").asInt();
      double noncentrality = expected.get("d").asDouble() * Math.sqrt(n);
      double alpha = expected.get("alpha").asDouble();
      same(Power.of(n - 1, noncentrality, alpha), expected.get("power"), expected.toString());
    }
  }

  @Test
  void theDetectableDifferenceAgrees() {
    for (JsonNode expected : GOLDEN.get("detectable")) {
      int n = expected.get("n").asInt();
      double found = Power.noncentrality(n - 1, expected.get("alpha").asDouble(), 0.8);
      same(found / Math.sqrt(n), expected.get("d"), expected.toString());
    }
  }

  @Test
  void holmAgreesAndCountsWhatWasPlanned() {
    for (JsonNode expected : GOLDEN.get("holm")) {
      double[] p = numbers(expected.get("p"));
      double[] adjusted = Holm.adjusted(p.length, p);
      for (int i = 0; i < p.length; i++) {
        same(adjusted[i], expected.get("adjusted").get(i), expected.toString());
      }
    }
    assertThat(Holm.adjusted(4, 0.01, 0.02)).containsExactly(0.04, 0.06);
  }

  @Test
  void mcNemarAgrees() {
    for (JsonNode expected : GOLDEN.get("mcnemar")) {
      McNemar test = new McNemar(expected.get("b").asInt(), expected.get("c").asInt());
      same(test.exact(), expected.get("exact"), expected.toString());
      same(test.mid(), expected.get("mid"), expected.toString());
    }
  }

  @Test
  void equalDifferencesAreNoEvidence() {
    PairedT test = PairedT.paired(0.1, 0.1, 0.1);
    assertThat(test.constant()).isTrue();
    assertThat(test.p()).isEqualTo(1);
    assertThat(EffectSize.hedges(test)).isNaN();
    assertThat(Wilcoxon.p(0, 0, 0)).isEqualTo(1);
    assertThat(SignFlip.p(0, 0, 0)).isEqualTo(1);
  }
}
