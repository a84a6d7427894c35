package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import org.junit.jupiter.api.Test;

final class MergeTest {

  private static ConfigObject of(String text) {
    return ConfigFactory.parseString(text).root();
  }

  private static void merged(String upper, String lower, String expected) {
    assertThat(Merge.over(of(upper), of(lower))).isEqualTo(of(expected));
  }

  @Test
  void upperKeysReplaceLowerOnesAtEveryDepth() {
    merged(
        "a.b = 1, c = [1]",
        "a { b = 2, d = 3 }, c = [2, 3], e = 4",
        "a { b = 1, d = 3 }, c = [1], e = 4");
  }

  @Test
  void anotherTypeDropsTheWholeLowerObject() {
    merged("p { type = max }", "p { type = mean, scale = 2 }, q = 1", "p { type = max }, q = 1");
    merged("kind = series", "kind = text, max-length = 3", "kind = series");
  }

  @Test
  void theSameTypeOrNoneKeepsTheLowerKeys() {
    merged("p { type = mean }", "p { type = mean, scale = 2 }", "p { type = mean, scale = 2 }");
    merged("p { scale = 3 }", "p { type = mean, scale = 2 }", "p { type = mean, scale = 3 }");
  }

  @Test
  void nullAndAnotherShapeReplaceAnObject() {
    merged("p = null", "p { type = mean }", "p = null");
    merged("p = x", "p { type = mean }", "p = x");
    merged("p { type = mean }", "p = x", "p { type = mean }");
  }
}
