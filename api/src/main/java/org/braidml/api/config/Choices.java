package org.braidml.api.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.Choice;

/** Finds the plug-ins that a bound configuration chose, however deep they are nested. */
public final class Choices {

  private Choices() {}

  /** Returns every choice within a record, outer ones first. */
  public static List<Choice<?>> in(Record record) {
    List<Choice<?>> found = new ArrayList<>();
    collect(record, found);
    return List.copyOf(found);
  }

  private static void collect(Object value, List<Choice<?>> found) {
    if (value instanceof Choice<?> choice) {
      found.add(choice);
      collect(choice.config(), found);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> collect(inner, found));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, found));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(inner -> collect(inner, found));
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        collect(Rendered.read(record, component), found);
      }
    }
  }
}
