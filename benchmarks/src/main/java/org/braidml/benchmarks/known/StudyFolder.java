package org.braidml.benchmarks.known;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.runner.experiment.EngineName;

/**
 * A folder in which studies are written and run, by the program as a user starts it.
 *
 * @param path the folder
 * @param engine of every trial
 * @param jobs trials at a time
 */
record StudyFolder(Path path, EngineName engine, int jobs) {

  private static final long DATA_SEED = 1;

  /**
   * Writes the data and the experiment of a task.
   *
   * @return the name of the experiment file
   */
  String experiment(MadeTask task, int rows, int epochs) throws IOException {
    String name = "%s-%d-%d".formatted(task.id(), rows, epochs);
    task.write(path.resolve(name + ".csv"), rows, DATA_SEED);
    String text =
        """
        engine = %s
        data {
          source { path = "%s.csv", format = csv }
          split { seed = 1, validation = 0.2, test = 0.3, stratify = true }
          fields.text { kind = text, column = text, max-length = 60 }
          target { column = label, kind = binary, positive = "yes" }
        }
        model {
          inputs.text { type = embedding, size = 16 }
          # A kernel of one step: each state sees one word.
          encoders.text { type = conv-pool, filters = 16, kernel = 1, max-pool = 1, pooling { type = mean } }
          merger { type = concat }
          head { type = binary }
        }
        training { batch-size = 32, epochs = %d, optimizer { type = adam, learning-rate = 1e-2 } }
        """;
    Files.writeString(path.resolve(name + ".conf"), text.formatted(engine, name, epochs));
    return name + ".conf";
  }

  /**
   * Runs a study, or reads it if it has ended here.
   *
   * @param name of the study
   * @param text of its file, but for what all have in common
   * @return its report
   */
  JsonNode run(String name, String text) throws IOException, InterruptedException {
    Path studies = path.resolve("studies");
    Optional<Path> ended = report(studies.resolve(name));
    if (ended.isEmpty()) {
      Path file = path.resolve(name + ".conf");
      Files.writeString(
          file, "references = []\njava-options = [\"-XX:TieredStopAtLevel=1\"]\n" + text);
      run(file, studies, path.resolve(name + ".log"));
      ended = report(studies.resolve(name));
    }
    return new ObjectMapper().readTree(ended.orElseThrow().toFile());
  }

  private void run(Path file, Path studies, Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./braid", "study", file.toString()));
    command.addAll(List.of("--jobs", Integer.toString(jobs), "--studies", studies.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the study failed:\n" + Files.readString(log));
    }
  }

  /** A study that was stopped has no report. */
  private static Optional<Path> report(Path study) throws IOException {
    if (!Files.isDirectory(study)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(study, 2)) {
      return files.filter(file -> file.endsWith("report.json")).findFirst();
    }
  }
}
