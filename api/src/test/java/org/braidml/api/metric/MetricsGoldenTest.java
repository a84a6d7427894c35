package org.braidml.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn, by src/test/golden/metrics.py. */
final class MetricsGoldenTest {

  private static final List<? extends Config> CASES =
      ConfigFactory.parseResources("golden/metrics.json").getConfigList("cases");

  static Stream<String> names() {
    return CASES.stream().map(golden -> golden.getString("name"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void equalsScikitLearn(String name) {
    Config golden =
        CASES.stream().filter(c -> c.getString("name").equals(name)).findFirst().orElseThrow();
    Scores scores = scores(golden);
    for (Map.Entry<String, ConfigValue> entry : golden.getObject("metrics").entrySet()) {
      double given = Metrics.named(entry.getKey()).orElseThrow().of(scores);
      if (entry.getValue().valueType() == ConfigValueType.NULL) {
        assertThat(given).as("%s", entry.getKey()).isNaN();
      } else {
        double expected = ((Number) entry.getValue().unwrapped()).doubleValue();
        assertThat(given).as("%s", entry.getKey()).isCloseTo(expected, Offset.offset(1e-9));
      }
    }
  }

  @Test
  void everyMetricIsCompared() {
    Set<String> compared = new TreeSet<>();
    CASES.stream()
        .map(c -> c.getObject("metrics"))
        .map(ConfigObject::keySet)
        .forEach(compared::addAll);
    assertThat(Metrics.all()).extracting(Metric::name).allMatch(compared::contains);
  }

  private static Scores scores(Config golden) {
    List<Double> targets = golden.getDoubleList("targets");
    float[] due = new float[targets.size()];
    float[][] predictions = new float[targets.size()][];
    for (int i = 0; i < due.length; i++) {
      due[i] = targets.get(i).floatValue();
      List<Double> row =
          golden.getList("predictions").stream().map(MetricsGoldenTest::doubles).toList().get(i);
      predictions[i] = new float[row.size()];
      for (int k = 0; k < row.size(); k++) {
        predictions[i][k] = row.get(k).floatValue();
      }
    }
    return new Scores(predictions, due, golden.hasPath("labels") ? golden.getInt("labels") : 1);
  }

  private static List<Double> doubles(ConfigValue row) {
    return ((com.typesafe.config.ConfigList) row)
        .stream().map(cell -> ((Number) cell.unwrapped()).doubleValue()).toList();
  }
}
