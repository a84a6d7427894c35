package org.braidml.golden;

import ai.djl.ndarray.types.Shape;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.api.EncodingSpec;
import org.braidml.api.TargetSpec;

/**
 * A box, its inputs and parameters, and what is due: by PyTorch (src/test/golden/heads.py), or by
 * hand.
 */
public record GoldenCase(Config json) {

  /** An array on the host. */
  public record Numbers(Shape shape, double[] values) {}

  /** Reads the cases of a file: of PyTorch, or by hand. */
  public static Stream<GoldenCase> read(String file) {
    return ConfigFactory.parseResources(file).resolve().getConfigList("cases").stream()
        .map(GoldenCase::new);
  }

  /** The settings of the box. */
  public String hocon() {
    return json.getString("config");
  }

  /** What the box is told of its inputs. */
  public List<EncodingSpec> specs() {
    return json.getConfigList("inputs").stream()
        .map(input -> new EncodingSpec(input.getString("name"), (int) numbers(input).shape.get(1)))
        .toList();
  }

  /** What a head is told of its target. */
  public TargetSpec target() {
    Config target = json.getConfig("target");
    TargetSpec.Kind kind = target.getEnum(TargetSpec.Kind.class, "kind");
    if (kind == TargetSpec.Kind.MULTILABEL) {
      return TargetSpec.ofLabels("due", target.getStringList("labels"));
    }
    List<String> classes = target.getStringList("classes");
    if (kind != TargetSpec.Kind.REGRESSION) {
      return new TargetSpec("due", kind, classes);
    }
    TargetSpec number =
        new TargetSpec("due", kind, classes, target.getDouble("offset"), target.getDouble("scale"));
    return target.hasPath("logarithm") ? number.ofLogarithm() : number;
  }

  /** The values of the inputs, in order. */
  public List<Numbers> inputs() {
    return json.getConfigList("inputs").stream().map(GoldenCase::numbers).toList();
  }

  /** Arrays by name, of an entry that lists them: parameters, gradients. */
  public Map<String, Numbers> named(String entry) {
    return json.getConfigList(entry).stream()
        .collect(
            Collectors.toMap(
                array -> array.getString("name"), GoldenCase::numbers, (a, b) -> b, TreeMap::new));
  }

  /** An array of an entry: output, prediction, weights of the read-out. */
  public Numbers numbers(String entry) {
    return numbers(json.getConfig(entry));
  }

  /** The loss. */
  public double loss() {
    return json.getDouble("loss");
  }

  /** The targets of a head. */
  public float[] targets() {
    return floats(doubles(json, "targets"));
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static Numbers numbers(Config array) {
    long[] shape = array.getIntList("shape").stream().mapToLong(Integer::longValue).toArray();
    return new Numbers(new Shape(shape), doubles(array, "values"));
  }

  private static double[] doubles(Config json, String key) {
    return json.getDoubleList(key).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The name, by which JUnit lists the case. */
  @Override
  public String toString() {
    return json.getString("name");
  }
}
