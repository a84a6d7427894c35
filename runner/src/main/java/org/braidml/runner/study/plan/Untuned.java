package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which numbers of a model and its training no variant chose for itself. */
final class Untuned {

  private final List<Map<String, String>> settings;
  private final Set<String> set = new TreeSet<>();

  Untuned(List<Variant> variants) {
    settings = variants.stream().map(Untuned::numbers).toList();
    variants.forEach(variant -> set.addAll(variant.sets().keySet()));
  }

  /** Returns what is equal in all variants, {@code key = value} each. */
  List<String> shared() {
    Map<String, String> shared = new LinkedHashMap<>(settings.get(0));
    settings.forEach(other -> shared.entrySet().retainAll(other.entrySet()));
    return told(shared);
  }

  /** Returns what a variant has beside what is shared and what any variant sets. */
  List<String> own(int index) {
    Map<String, String> own = new TreeMap<>(settings.get(index));
    own.entrySet().removeIf(this::inAll);
    own.keySet().removeAll(set);
    return told(own);
  }

  private boolean inAll(Map.Entry<String, String> entry) {
    return settings.stream().allMatch(other -> entry.getValue().equals(other.get(entry.getKey())));
  }

  private static Map<String, String> numbers(Variant variant) {
    Map<String, String> numbers = new TreeMap<>();
    Leaves.of(
        ConfigFactory.parseString(variant.text()).root(),
        "",
        (key, value) -> {
          if (key.matches("(model|training)\\..*") && numeric(value)) {
            numbers.put(key, value.render(Variant.concise()));
          }
        });
    return numbers;
  }

  private static boolean numeric(ConfigValue value) {
    if (value instanceof ConfigList list) {
      return !list.isEmpty() && list.stream().allMatch(Untuned::numeric);
    }
    return value.valueType() == ConfigValueType.NUMBER;
  }

  private static List<String> told(Map<String, String> settings) {
    List<String> told = new ArrayList<>();
    settings.forEach((key, value) -> told.add(key + " = " + value));
    return List.copyOf(told);
  }
}
