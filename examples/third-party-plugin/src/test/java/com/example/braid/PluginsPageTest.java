package com.example.braid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code in Braid's docs/PLUGINS.md is this build's own; a copy of this build may drop it. */
final class PluginsPageTest {

  private static final String CODE = "src/main/java/com/example/braid/MovingAverageEncoder.java";
  private static final Path BRAID = Path.of("../..");

  /** What stands between the markers, without common indentation. */
  private static String snippet(String file) throws IOException {
    String[] parts = Files.readString(Path.of(file)).split(" *(//|#) snippet: (start|end)\n", -1);
    assertThat(parts).as("one snippet: start and one snippet: end in %s", file).hasSize(3);
    return parts[1].stripTrailing().stripIndent() + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "java, " + CODE,
    "hocon, src/main/resources/reference.conf",
    "java, src/test/java/com/example/braid/MovingAverageEncoderContractTest.java",
    "java, src/main/java/com/example/braid/StackFramesTransform.java",
    "java, src/main/java/com/example/braid/LnLstmCell.java",
    "java, src/main/java/com/example/braid/MeanMaxPooling.java",
    "java, src/main/java/com/example/braid/ProductMerger.java",
    "java, src/main/java/com/example/braid/QuantileHead.java",
    "java, src/test/java/com/example/braid/TcnEncoderContractTest.java",
    "java, src/test/java/com/example/braid/PlantedFaultsTest.java"
  })
  void codeOfThePageIsThatOfThisBuild(String language, String file) throws IOException {
    assumeTrue(Files.exists(BRAID.resolve("braid")), "not in Braid's own tree");
    assertThat(Files.readString(BRAID.resolve("docs/PLUGINS.md")))
        .as("docs/PLUGINS.md shows the snippet of %s, line by line", file)
        .contains("\n```" + language + "\n" + snippet(file) + "```\n");
  }

  @Test
  void encoderHasAtMostFortyLinesOfCode() throws IOException {
    assertThat(snippet(CODE).lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(40);
  }
}
