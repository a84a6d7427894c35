package org.braidml.runner.experiment;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;

/**
 * Values that are laid over an experiment file.
 *
 * @param origin who lays them, for notes: {@code --set #1}
 * @param values the values, with origins of their own
 */
public record Layer(String origin, ConfigObject values) {

  /**
   * A layer of one key.
   *
   * @param key a path, special characters between double quotes
   * @throws ConfigException if that cannot be a key
   */
  public static Layer at(String key, ConfigValue value, String origin) {
    List<String> path = ConfigUtil.splitPath(key);
    ConfigValue values = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      values = ConfigValueFactory.fromMap(Map.of(path.get(i), values), origin);
    }
    return new Layer(origin, (ConfigObject) values);
  }
}
