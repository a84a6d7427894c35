package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.vectors.WordVectors;

/**
 * The word vectors of a run: {@code files/vectors/<field>.txt}, each with the words of a vocabulary
 * that the original knows. They are there once the environment tells their sums.
 */
final class KeptVectors {

  /** Where an environment tells them. */
  static final String FACTS = "vectors";

  private static final String KEPT = "kept-sha-256";

  private final RunDirectory directory;
  private final Path folder;

  KeptVectors(RunDirectory directory) {
    this.directory = directory;
    this.folder = directory.files().resolve(FACTS).toAbsolutePath();
  }

  /** Returns the copies by field. */
  Map<String, Path> copies(Map<String, ?> environment) {
    Map<String, Path> copies = new TreeMap<>();
    sums(environment).forEach((field, sum) -> copies.put(field, WordVectors.copy(folder, field)));
    return copies;
  }

  private static Map<String, String> sums(Map<String, ?> environment) {
    Map<String, Object> facts = KeptFiles.below(environment, FACTS);
    Map<String, String> sums = new TreeMap<>();
    for (String field : facts.keySet()) {
      if (KeptFiles.below(facts, field).get(KEPT) instanceof String sum) {
        sums.put(field, sum);
      }
    }
    return sums;
  }

  /**
   * Writes the copies that are missing, and their sums into the environment of the run.
   *
   * @param vectors what the experiment asks for, read from the copies that there are
   * @param features whose fields know the words
   * @return the environment with the sums
   */
  Map<String, Object> take(
      WordVectors vectors, FittedFeatures features, Map<String, Object> environment)
      throws IOException {
    Map<String, Path> written = vectors.copyTo(folder, features);
    if (written.isEmpty()) {
      return environment;
    }
    Map<String, Object> facts = KeptFiles.below(environment, FACTS);
    for (Map.Entry<String, Path> copy : written.entrySet()) {
      Map<String, Object> one = KeptFiles.below(facts, copy.getKey());
      one.put(KEPT, Sha256.of(copy.getValue()));
      facts.put(copy.getKey(), one);
    }
    Map<String, Object> changed = new LinkedHashMap<>(environment);
    changed.put(FACTS, facts);
    WholeFile.write(directory.environment(), Json.pretty(changed));
    return changed;
  }

  /** Copies those of another run, which its environment tells. */
  void takeFrom(KeptVectors other, Map<String, ?> environment) throws IOException {
    for (Map.Entry<String, String> sum : sums(environment).entrySet()) {
      Path from = WordVectors.copy(other.folder, sum.getKey());
      KeptFiles.copy(from, WordVectors.copy(folder, sum.getKey()), sum.getValue());
    }
  }

  /**
   * Returns what is read: the originals where there is no copy, and what was told of an original
   * where there is one.
   *
   * @param then the environment that tells the sums of the copies
   */
  Map<String, Object> facts(Map<String, String> originals, Map<String, ?> then, FileSums sums)
      throws IOException {
    Map<String, Object> before = KeptFiles.below(then, FACTS);
    Map<String, String> kept = sums(then);
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Map.Entry<String, String> original : originals.entrySet()) {
      String field = original.getKey();
      String sum = kept.get(field);
      if (sum == null) {
        facts.putAll(DataFacts.of(Map.of(field, original.getValue()), sums));
      } else {
        KeptFiles.require(WordVectors.copy(folder, field), sum);
        facts.put(field, KeptFiles.below(before, field));
      }
    }
    return facts;
  }
}
