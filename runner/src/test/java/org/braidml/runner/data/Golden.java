package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares messages with golden files. To accept new messages, run with {@code
 * -Dbraid.golden=src/test/resources/golden} and read the difference before it is committed.
 */
final class Golden {

  private Golden() {}

  static void matches(String name, String actual) throws IOException {
    String accept = System.getProperty("braid.golden", "");
    if (!accept.isEmpty()) {
      Files.writeString(Path.of(accept, "data", name + ".txt"), actual);
    }
    try (InputStream file = Golden.class.getResourceAsStream("/golden/data/" + name + ".txt")) {
      assertThat(file).as("golden file of " + name).isNotNull();
      assertThat(actual).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
