package org.braidml.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.runner.experiment.EngineName;

/** One run of the program, in a process and a folder of its own; a finished one is not repeated. */
record Trial(Subject subject, EngineName engine, int seed, Path runs) {

  private static final String REPORT = "report.json";

  /** Returns the report of the run, after running it if there is none. */
  JsonNode report() {
    try {
      Optional<Path> finished = finished();
      if (finished.isEmpty()) {
        run();
        finished = finished();
      }
      return new ObjectMapper().readTree(finished.orElseThrow().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() throws IOException {
    List<String> command = new ArrayList<>(List.of("./braid", "train", subject.file()));
    List<String> sets = subject.overrides(seed);
    sets.add("engine=" + engine);
    sets.forEach(set -> command.addAll(List.of("--set", set)));
    command.addAll(List.of("--runs", folder().toString()));
    Files.createDirectories(folder());
    Path log = folder().resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " failed:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Optional<Path> finished() throws IOException {
    if (!Files.isDirectory(folder())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder(), 3)) {
      return files.filter(file -> file.endsWith(REPORT)).findFirst();
    }
  }

  /** Returns a folder that another file, override, engine or seed does not share. */
  private Path folder() throws IOException {
    String text = Files.readString(Path.of(subject.file())) + subject.overrides();
    return runs.resolve(
        "%s-%s/%s-%d".formatted(subject.name().replaceAll("\\W+", "-"), hash(text), engine, seed));
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
