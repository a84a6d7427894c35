package org.braidml.runner.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.api.config.Problem;
import org.jspecify.annotations.Nullable;

/** Lays {@code --set key=value} and other layers over an experiment file, each with its origin. */
final class Overrides {

  /** Keys of the node around a plug-in, which stay when the plug-in changes. */
  private static final Set<String> NODE_KEYS =
      Set.of(
          "input",
          "transforms",
          "condition-on",
          "condition-as",
          "projections",
          "target",
          "on",
          "weight");

  private static final String SOURCE = "data.source";
  private static final Set<String> CHOOSERS = Set.of("type", "kind");

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Returns what was wrong with the overrides themselves. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns what was dropped with a changed type, a sentence each. */
  List<String> notes() {
    return notes;
  }

  /** Returns the layers of a command line; what cannot be read is a problem. */
  List<Layer> layers(List<String> sets) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      String origin = "--set #" + (i + 1);
      ConfigObject values = parse(sets.get(i), origin);
      if (values != null) {
        layers.add(new Layer(origin, values));
      }
    }
    return layers;
  }

  /** Returns the file with the layers over it; a later layer wins. */
  Config over(Config file, List<Layer> layers) {
    Config result = file;
    Config all = ConfigFactory.empty();
    for (Layer layer : layers) {
      Config override = layer.values().toConfig();
      result = spelledOut(result, override);
      result = withoutOldTypes(result, override.root(), "", layer.origin());
      all = spelledOut(all, override);
      all = override.withFallback(withoutOldTypes(all, override.root(), "", null));
    }
    return all.withFallback(result);
  }

  private @Nullable ConfigObject parse(String set, String origin) {
    int equals = set.indexOf('=');
    if (equals < 1) {
      problems.add(
          Problem.at(origin)
              .value('"' + set + '"')
              .what("expected key=value")
              .remedy("for example --set training.epochs=3")
              .build());
      return null;
    }
    String key = set.substring(0, equals).strip();
    try {
      return Layer.at(key, value(set.substring(equals + 1).strip(), origin), origin).values();
    } catch (ConfigException e) {
      problems.add(
          Problem.at(origin)
              .value('"' + set + '"')
              .what("\"" + key + "\" cannot be a key")
              .remedy("put special characters between double quotes")
              .build());
      return null;
    }
  }

  /** Numbers, booleans, null, lists, objects and quoted strings are HOCON; all else is text. */
  private static ConfigValue value(String text, String origin) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(origin);
    try {
      ConfigObject root = ConfigFactory.parseString("value = " + text, options).root();
      ConfigValue parsed = root.get("value");
      if (parsed != null
          && root.size() == 1
          && (parsed.valueType() != ConfigValueType.STRING || text.startsWith("\""))) {
        return parsed;
      }
    } catch (ConfigException e) {
      // Not HOCON: a path with special characters, for example. It is taken as it stands.
    }
    return ConfigValueFactory.fromAnyRef(text, origin);
  }

  /** Where a source is a string, and an override sets one of its keys, the string is its path. */
  private static Config spelledOut(Config below, Config override) {
    Config resolved = below.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
    String path = text(resolved, SOURCE);
    boolean within =
        override.hasPath(SOURCE) && override.getValue(SOURCE).valueType() == ConfigValueType.OBJECT;
    if (path == null || !within) {
      return below;
    }
    ConfigValue string = resolved.getValue(SOURCE);
    return below.withValue(
        SOURCE, ConfigValueFactory.fromMap(Map.of("path", string)).withOrigin(string.origin()));
  }

  private Config withoutOldTypes(
      Config below, ConfigObject above, String path, @Nullable String origin) {
    Config result = below;
    for (String key : above.keySet()) {
      ConfigValue value = above.get(key);
      String at = path.isEmpty() ? ConfigUtil.joinPath(key) : path + "." + ConfigUtil.joinPath(key);
      if (value instanceof ConfigObject object) {
        result = withoutOldTypes(result, object, at, origin);
      } else if (CHOOSERS.contains(key) && value != null) {
        result = withoutOldType(result, path, key, value, origin);
      }
    }
    return result;
  }

  private Config withoutOldType(
      Config below, String path, String key, ConfigValue value, @Nullable String origin) {
    Config resolved = below.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
    String old = text(resolved, path + "." + key);
    String now = String.valueOf(value.unwrapped());
    if (old == null || old.equals(now)) {
      return below;
    }
    Config result = below;
    Set<String> dropped = new TreeSet<>(resolved.getConfig(path).root().keySet());
    dropped.remove(key);
    if (path.matches("model\\.(encoders|heads)\\.[^.]+|model\\.head")) {
      dropped.removeAll(NODE_KEYS);
    }
    for (String gone : dropped) {
      result = result.withoutPath(path + "." + ConfigUtil.joinPath(gone));
    }
    if (origin != null) {
      notes.add(
          origin
              + " changes "
              + path
              + "."
              + key
              + " from "
              + old
              + " to "
              + now
              + (dropped.isEmpty() ? "" : "; dropped with it: " + String.join(", ", dropped)));
    }
    return result;
  }

  private static @Nullable String text(Config config, String path) {
    try {
      return config.hasPath(path) ? config.getString(path) : null;
    } catch (ConfigException e) {
      return null;
    }
  }
}
