package org.braidml.runner.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.Projection;
import org.braidml.runner.Braid;

/** A small study of two variants and three seeds, and the program to run it with, by itself. */
final class StudyProcess {

  private final Path folder;

  StudyProcess(Path folder) {
    this.folder = folder;
    write(
        "base.conf",
        """
        data {
          source { type = reviews-made, rows = 200 }
          fields.customer { kind = static, numeric = [age], category = [segment] }
          target { column = recommended, kind = binary }
        }
        model {
          encoders.customer {
            type = mlp, units = [4]
            projections = [{ type = planted-fault, crash = 0, nan = 0, out-of-memory = 0 }]
          }
          merger { type = concat }
          head { type = binary }
        }
        training { epochs = 2, batch-size = 32 }
        """);
    write("services/META-INF/services/" + Projection.class.getName(), PlantedFault.class.getName());
  }

  /**
   * Writes a study file.
   *
   * @param name without its ending
   * @param wide what the variant {@code wide} sets beside its width
   */
  String study(String name, String wide) {
    return write(
            name + ".conf",
            """
            base = "base.conf"
            metric = log-loss
            baseline = narrow
            seeds = 3
            jobs = 2
            java-options = ["-Xmx160m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
            variants = [
              { name = narrow }
              { name = wide, set { model.encoders.customer { units = [8] %s } } }
            ]
            """
                .formatted(wide))
        .toString();
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the program; what it says goes to a file. */
  Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.ai.djl=error",
                "-cp",
                folder.resolve("services")
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                Braid.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  /** What the program has said so far. */
  Path log() {
    return folder.resolve("said.txt");
  }

  /** Returns the only folder of a study of this name. */
  StudyDirectory directory(String name) throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("studies").resolve(name))) {
      return StudyDirectory.open(found.findFirst().orElseThrow());
    }
  }

  String studies() {
    return folder.resolve("studies").toString();
  }
}
