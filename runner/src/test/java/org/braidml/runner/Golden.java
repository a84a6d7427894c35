package org.braidml.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares messages with the files in {@code src/test/resources/golden}. To accept new ones, run
 * the tests with {@code -Dbraid.golden.update=true} and read the difference before it is committed.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /**
   * Compares a message with a golden file.
   *
   * @param name below the folder, without its ending
   */
  public static void matches(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("braid.golden.update")) {
      Files.writeString(file, actual);
    }
    assertThat(file).as("golden file").isRegularFile();
    assertThat(actual).as("golden file %s", file).isEqualTo(Files.readString(file));
  }
}
