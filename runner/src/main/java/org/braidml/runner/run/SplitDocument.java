package org.braidml.runner.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.split.Split;

/**
 * A split as {@code split.json} holds it: the row ids of each side, from 0, and what the test rows
 * held.
 */
final class SplitDocument {

  /** The key of the SHA-256 of the test rows. */
  static final String TEST_CONTENTS = "test-rows-sha256";

  private SplitDocument() {}

  static Map<String, Object> of(PreparedData data) {
    Split split = data.split();
    Map<String, Object> sides = new LinkedHashMap<>();
    sides.put("train", split.train());
    sides.put("validation", split.validation());
    sides.put("test", split.test());
    sides.put(TEST_CONTENTS, data.testContents());
    return sides;
  }
}
