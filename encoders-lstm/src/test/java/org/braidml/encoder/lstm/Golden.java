package org.braidml.encoder.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One case that PyTorch computed.
 *
 * @param file as the script under src/test/golden wrote it
 */
record Golden(Config file) {

  static Golden read(String name) {
    Config file = ConfigFactory.parseResources("golden/" + name + ".json");
    assertThat(file.isEmpty()).as("golden/" + name + ".json is empty or missing").isFalse();
    return new Golden(file);
  }

  int number(String key) {
    return file.getInt(key);
  }

  double[] numbers(String key) {
    return array(file.getDoubleList(key));
  }

  int[] lengths() {
    return file.getIntList("lengths").stream().mapToInt(Integer::intValue).toArray();
  }

  Map<String, double[]> parameters() {
    Config parameters = file.getConfig("parameters");
    Map<String, double[]> numbers = new TreeMap<>();
    for (String path : parameters.root().keySet()) {
      numbers.put(path, array(parameters.getDoubleList(ConfigUtil.joinPath(path))));
    }
    return numbers;
  }

  /** Compares row by row, if the case holds such a result at all. */
  void check(String key, double[][] given, double absolute, double relative) {
    if (!file.hasPath(key)) {
      return;
    }
    List<List<?>> rows = new ArrayList<>();
    file.getList(key).unwrapped().forEach(row -> rows.add((List<?>) row));
    assertThat(given.length).as("rows of the %s", key).isEqualTo(rows.size());
    for (int row = 0; row < given.length; row++) {
      assertThat(given[row].length).as("%s of row %d", key, row).isEqualTo(rows.get(row).size());
      for (int i = 0; i < given[row].length; i++) {
        double expected = ((Number) rows.get(row).get(i)).doubleValue();
        assertThat(given[row][i])
            .as("%s of row %d, number %d", key, row, i)
            .isCloseTo(expected, within(absolute + relative * Math.abs(expected)));
      }
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
