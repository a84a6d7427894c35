package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Walks through a configuration to the values that are no objects, null included. */
final class Leaves {

  private Leaves() {}

  static void of(ConfigObject object, String path, BiConsumer<String, ConfigValue> each) {
    for (String key : new TreeSet<>(object.keySet())) {
      ConfigValue value = object.get(key);
      String at = path.isEmpty() ? ConfigUtil.joinPath(key) : path + "." + ConfigUtil.joinPath(key);
      if (value instanceof ConfigObject inner) {
        of(inner, at, each);
      } else if (value != null) {
        each.accept(at, value);
      }
    }
  }
}
