package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers that PyTorch computed, by src/test/golden/recurrent.py. */
final class Golden {

  private Golden() {}

  static Config read(String name) {
    return ConfigFactory.parseResources("golden/" + name + ".json");
  }

  static double[] doubles(Config config, String key) {
    return doubles(config.getDoubleList(key));
  }

  /** An object whose keys are paths with points in them. */
  static Map<String, double[]> byPath(Config config, String key) {
    ConfigObject object = config.getObject(key);
    return object.keySet().stream()
        .collect(
            Collectors.toMap(
                path -> path,
                path ->
                    doubles(
                        object
                            .toConfig()
                            .getDoubleList(com.typesafe.config.ConfigUtil.joinPath(path)))));
  }

  static int[] ints(Config config, String key) {
    return config.getIntList(key).stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Asserts |given - expected| at most absolute + relative |expected|, element by element. */
  static void assertClose(
      String what, NDArray given, double[] expected, double absolute, double relative) {
    double[] values = HostArrays.toDoubles(given);
    assertThat(values).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < values.length; i++) {
      double allowed = absolute + relative * Math.abs(expected[i]);
      assertThat(Math.abs(values[i] - expected[i]))
          .as("%s [%d]: %s, expected %s", what, i, values[i], expected[i])
          .isLessThanOrEqualTo(allowed);
    }
  }
}
