package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares messages with the files in {@code src/test/resources/golden/messages}. To accept new
 * ones, run the tests with {@code -Dbraid.golden.update=true} and read the difference before it is
 * committed.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden/messages");

  private Golden() {}

  /** Compares a message with a golden file. */
  public static void matches(String name, String actual) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("braid.golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(actual).as("golden file %s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError("no golden file " + file, e);
    }
  }
}
