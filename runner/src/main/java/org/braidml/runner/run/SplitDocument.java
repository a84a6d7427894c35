package org.braidml.runner.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.runner.data.split.Split;

/** A split as {@code split.json} holds it: the row ids of each side, from 0. */
final class SplitDocument {

  private SplitDocument() {}

  static Map<String, int[]> of(Split split) {
    Map<String, int[]> sides = new LinkedHashMap<>();
    sides.put("train", split.train());
    sides.put("validation", split.validation());
    sides.put("test", split.test());
    return sides;
  }
}
