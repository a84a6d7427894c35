package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.braidml.api.Pooling;
import org.braidml.api.plugin.Registry;
import org.junit.jupiter.api.Test;

final class DescribedTest {

  private static String text(Iterable<Described.Key> keys) {
    StringBuilder text = new StringBuilder();
    for (Described.Key key : keys) {
      text.append(key.name()).append(key.assignment()).append('\n');
      text.append("  ").append(key.type()).append('\n');
      text.append(key.comment().isEmpty() ? "" : "  " + key.comment() + '\n');
    }
    return text.toString();
  }

  @Test
  void aPlugInIsDescribedByItsRecordAndItsDefaults() {
    String all =
        Samples.registry().entries(Pooling.class).values().stream()
            .map((Registry.Entry entry) -> entry.id() + '\n' + text(Described.of(entry)))
            .collect(Collectors.joining("\n"));
    Golden.matches("described", all);
  }

  @Test
  void keysOfAnInlinedRecordStandWhereItStands() {
    assertThat(text(Described.of(Samples.Source.class)))
        .isEqualTo("path (required)\n  text\nheader = true\n  true | false\n");
  }
}
