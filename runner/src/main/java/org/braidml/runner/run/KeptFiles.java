package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.vectors.WordVectors;

/**
 * The files that a run reads beside its rows, as copies in its own directory: tokenizers whole, of
 * word vectors those of its vocabularies. The run trains from the copies, and so does whatever goes
 * on with it or repeats it; the originals are needed no more. Rows stay where they are.
 */
final class KeptFiles {

  private final KeptTokenizers tokenizers;
  private final KeptVectors vectors;

  KeptFiles(RunDirectory directory) {
    this.tokenizers = new KeptTokenizers(directory);
    this.vectors = new KeptVectors(directory);
  }

  /** Copies what can be copied before the vocabularies are known. */
  void take(Experiment experiment) throws IOException {
    tokenizers.take(data(experiment));
  }

  /**
   * Copies what another run keeps.
   *
   * @throws RunException if that is no longer what the other run read
   */
  void takeFrom(RunDirectory other, Experiment experiment) throws IOException {
    Map<String, Object> environment = RunFiles.environment(other).orElse(Map.of());
    tokenizers.takeFrom(new KeptTokenizers(other), data(experiment), environment);
    vectors.takeFrom(new KeptVectors(other), environment);
  }

  /** Returns the copies of vectors, which is where vectors are read and written. */
  KeptVectors vectors() {
    return vectors;
  }

  /** The same data, read with the copies that there are. */
  DataConfig reading(DataConfig data) {
    return tokenizers.reading(data);
  }

  /**
   * Returns what an experiment reads: names as they were given, sizes and sums of what is read now.
   *
   * @param then the environment of the run that the copies of vectors are of; may be empty
   * @param sums sums the files
   * @throws RunException if a copy of vectors is not what it was
   */
  Map<String, Object> facts(Experiment experiment, Map<String, ?> then, FileSums sums)
      throws IOException {
    DataConfig data = data(experiment);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("data", DataFacts.of(data.source(), sums));
    if (!data.filesOfFields().isEmpty()) {
      facts.put(KeptTokenizers.FACTS, tokenizers.facts(data, sums));
    }
    Map<String, String> originals = WordVectors.of(experiment).files();
    if (!originals.isEmpty()) {
      facts.put(KeptVectors.FACTS, vectors.facts(originals, then, sums));
    }
    return facts;
  }

  private static DataConfig data(Experiment experiment) {
    return experiment.config().data().absolute(experiment.folder());
  }

  /**
   * Copies a file, whole or not at all.
   *
   * @param sum that it must have
   */
  static void copy(Path from, Path to, String sum) throws IOException {
    require(from, sum);
    copy(from, to);
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    WholeFile.write(to, out -> Files.copy(from, out));
  }

  /**
   * Requires that a copy is what it was.
   *
   * @throws RunException if it is missing or altered
   */
  static void require(Path copy, String sum) throws IOException {
    if (!Files.exists(copy)) {
      throw new RunException(copy + ": missing from the run\nrestore the file, or train anew");
    }
    if (!Sha256.of(copy).equals(sum)) {
      throw new RunException(
          copy
              + ": altered or cut short since the run began\nrestore the file, whose SHA-256 was "
              + sum
              + ", or train anew");
    }
  }

  /** Returns the facts below a key; none if it is not there. */
  static Map<String, Object> below(Map<String, ?> facts, String key) {
    Map<String, Object> found = new LinkedHashMap<>();
    if (facts.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> found.put(String.valueOf(name), value));
    }
    return found;
  }
}
