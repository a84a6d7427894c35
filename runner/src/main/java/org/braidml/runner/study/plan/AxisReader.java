package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.braidml.api.config.Problem;
import org.braidml.runner.experiment.Layer;
import org.braidml.runner.study.config.AlternativeConfig;
import org.braidml.runner.study.config.AxisConfig;
import org.braidml.runner.study.config.StudyConfig;

/** Understands the axes of a study file, or its list of variants, which is an axis by itself. */
final class AxisReader {

  private static final String LISTED = "variant";

  private final List<Problem> problems;
  private final BiFunction<ConfigObject, String, Optional<AlternativeConfig>> alternatives;

  /**
   * A reader.
   *
   * @param problems takes what is wrong
   * @param alternatives binds an object at a path to an alternative
   */
  AxisReader(
      List<Problem> problems,
      BiFunction<ConfigObject, String, Optional<AlternativeConfig>> alternatives) {
    this.problems = problems;
    this.alternatives = alternatives;
  }

  List<Axis> axes(StudyConfig config) {
    if (config.axes().isEmpty() == config.variants().isEmpty()) {
      boolean none = config.axes().isEmpty();
      told(
          "axes",
          none ? "neither axes nor variants: nothing is compared" : "stands beside variants",
          none
              ? "for example axes = [{ name = pooling, path = model.encoders.x.pooling.type,"
                  + " values = [last, mean] }]"
              : "use axes for every combination, variants for a list");
      return List.of();
    }
    if (config.axes().isEmpty()) {
      List<Setting> settings = new ArrayList<>();
      for (int i = 0; i < config.variants().size(); i++) {
        alternative(config.variants().get(i), LISTED, "variants[" + i + "]")
            .ifPresent(settings::add);
      }
      return checked(new Axis(LISTED, "variants", settings, Map.of()), Map.of());
    }
    Map<String, Axis> axes = new LinkedHashMap<>();
    for (int i = 0; i < config.axes().size(); i++) {
      AxisConfig written = config.axes().get(i);
      String path = "axes[" + i + "]";
      Axis axis = new Axis(written.name(), path, settings(written, path), written.when());
      checked(axis, axes);
      if (axes.put(axis.name(), axis) != null) {
        told(path + ".name", "two axes are called " + axis.name(), null);
      }
    }
    return List.copyOf(axes.values());
  }

  private List<Setting> settings(AxisConfig axis, String path) {
    List<Setting> settings = new ArrayList<>();
    for (int i = 0; i < axis.values().size(); i++) {
      ConfigValue value = axis.values().get(i);
      String at = path + ".values[" + i + "]";
      if (value instanceof ConfigObject object) {
        alternatives
            .apply(object, at)
            .flatMap(bound -> alternative(bound, axis.name(), at))
            .ifPresent(settings::add);
      } else {
        plain(axis, value, at).ifPresent(settings::add);
      }
    }
    return settings;
  }

  private Optional<Setting> plain(AxisConfig axis, ConfigValue value, String at) {
    String label =
        value.valueType() == ConfigValueType.STRING
            ? String.valueOf(value.unwrapped())
            : value.render(ConfigRenderOptions.concise());
    if (axis.path().isEmpty()) {
      told(
          at,
          "a plain value, and the axis has no path that it could be for",
          "give the axis a path, or write { name = \"" + label + "\", set { ... } }");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Setting(
              label,
              Optional.of(Layer.at(axis.path().get(), value, axis.name() + " = " + label)),
              0));
    } catch (ConfigException e) {
      told(
          at.replaceFirst("\\.values.*", ".path"),
          "\"" + axis.path().get() + "\" cannot be a key",
          "put special characters between double quotes");
      return Optional.empty();
    }
  }

  private Optional<Setting> alternative(AlternativeConfig bound, String axis, String at) {
    if (bound.set().isEmpty()) {
      return Optional.of(new Setting(bound.name(), Optional.empty(), bound.seedOffset()));
    }
    if (bound.set().get() instanceof ConfigObject values) {
      Layer layer = new Layer(axis + " = " + bound.name(), values);
      return Optional.of(new Setting(bound.name(), Optional.of(layer), bound.seedOffset()));
    }
    told(at + ".set", "expected an object of keys", "for example set { training.epochs = 20 }");
    return Optional.empty();
  }

  private List<Axis> checked(Axis axis, Map<String, Axis> before) {
    List<String> labels = axis.settings().stream().map(Setting::label).toList();
    if (labels.size() < 2) {
      told(
          axis.path() + (axis.path().equals("variants") ? "" : ".values"),
          "fewer than two values: there is nothing to compare",
          null);
    }
    if (labels.stream().distinct().count() < labels.size()) {
      String twice =
          labels.stream()
              .filter(l -> labels.indexOf(l) != labels.lastIndexOf(l))
              .findFirst()
              .orElse("");
      told(axis.path(), "two values are called " + twice, "give each a name of its own");
    }
    axis.when().forEach((other, wanted) -> condition(axis, other, wanted, before));
    return List.of(axis);
  }

  private void condition(Axis axis, String other, List<String> wanted, Map<String, Axis> before) {
    String path = axis.path() + ".when";
    Axis known = before.get(other);
    if (known == null) {
      problems.add(
          Problem.at(path)
              .value('"' + other + '"')
              .what("no axis further up has this name")
              .found(other, before.keySet())
              .build());
      return;
    }
    List<String> labels = known.settings().stream().map(Setting::label).toList();
    for (String label : wanted) {
      if (!labels.contains(label)) {
        problems.add(
            Problem.at(path + "." + other)
                .value('"' + label + '"')
                .what("the axis " + other + " has no such value")
                .found(label, labels)
                .build());
      }
    }
  }

  private void told(String path, String what, @org.jspecify.annotations.Nullable String remedy) {
    problems.add(Problem.at(path).what(what).remedy(remedy).build());
  }
}
