package org.braidml.runner.vectors;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.braidml.api.SpecException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.InputConfig;
import org.braidml.api.graph.InputConfig.Embedding;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.data.table.FileProblems;
import org.braidml.runner.experiment.Experiment;

/**
 * The embeddings of an experiment that start from files of vectors. Files are read for training
 * alone, and from then on copies of what its vocabularies take of them: what a bundle predicts with
 * stands in its parameters.
 */
public final class WordVectors {

  /** How many of the words without a vector are shown. */
  private static final int SHOWN = 5;

  private final Experiment experiment;
  private final Map<String, Path> copies;
  private final Map<String, Embedding> embeddings = new TreeMap<>();

  private WordVectors(Experiment experiment, Map<String, Path> copies) {
    this.experiment = experiment;
    this.copies = Map.copyOf(copies);
    experiment
        .config()
        .model()
        .inputs()
        .forEach(
            (field, input) -> {
              if (input instanceof Embedding embedding && embedding.vectors().isPresent()) {
                embeddings.put(field, embedding.absolute(experiment.folder()));
              }
            });
  }

  /** Returns the embeddings of an experiment that start from files. */
  public static WordVectors of(Experiment experiment) {
    return new WordVectors(experiment, Map.of());
  }

  /** Returns the same, read from copies that {@link #copyTo} wrote, by field. */
  public WordVectors from(Map<String, Path> written) {
    return new WordVectors(experiment, written);
  }

  /** Returns where the copy for a field is. */
  public static Path copy(Path folder, String field) {
    return folder.resolve(field + ".txt");
  }

  /** The same model, its files found from any folder. */
  public static ModelConfig absolute(ModelConfig model, Path folder) {
    Map<String, InputConfig> inputs = new TreeMap<>(model.inputs());
    inputs.replaceAll(
        (field, input) ->
            input instanceof Embedding embedding ? embedding.absolute(folder) : input);
    return model.withInputs(inputs);
  }

  /** Returns the files by the field that they are for. */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    embeddings.forEach((field, embedding) -> files.put(field, embedding.vectors().orElseThrow()));
    return files;
  }

  /**
   * Looks whether the files are there and their vectors of the size of the embeddings, before any
   * data are read. Where there is a copy, the original is not looked at.
   *
   * @throws org.braidml.api.config.ConfigurationException with everything that is wrong
   */
  public void check() {
    Problems problems = new Problems();
    embeddings.forEach(
        (field, embedding) -> {
          Path path = Path.of(embedding.vectors().orElseThrow());
          if (!copies.containsKey(field)
              && new FileProblems(key(field), path.toString(), path, problems).readable()) {
            size(field, embedding, path, problems);
          }
        });
    throwIfAny(problems);
  }

  private static void size(String field, Embedding embedding, Path path, Problems problems) {
    try {
      int dimension = new VectorsFile(key(field), path).dimension();
      if (dimension != embedding.size()) {
        problems.add(
            Problem.at("model.inputs." + field + ".size")
                .value(Integer.toString(embedding.size()))
                .what("the vectors of " + path.getFileName() + " have " + dimension + " numbers")
                .remedy("set size = " + dimension));
      }
    } catch (SpecException e) {
      problems.add(e.problem());
    }
  }

  /**
   * Writes the vectors that the vocabularies take to copies, where there are none yet.
   *
   * @param folder for the copies; made if it is not there
   * @param features whose fields know the words
   * @return the copies that were written, by field
   * @throws org.braidml.api.config.ConfigurationException if a file is damaged, or none of its
   *     words is known
   */
  public Map<String, Path> copyTo(Path folder, FittedFeatures features) throws IOException {
    Map<String, Path> written = new TreeMap<>();
    for (Map.Entry<String, Map<Integer, float[]>> read : read(features, false).entrySet()) {
      Path to = copy(folder, read.getKey());
      VectorsCopy.write(to, text(features, read.getKey()), read.getValue());
      written.put(read.getKey(), to);
    }
    return written;
  }

  /**
   * Gives the words of the vocabularies their vectors, those of copies. The other rows of the
   * tables, those of padding and of unknown words among them, stay as they are.
   *
   * @param model whose parameters have their first values
   * @param features whose fields know the words
   * @return how many words have a vector, a sentence for each field
   */
  public List<String> into(ModelBlock model, FittedFeatures features) {
    List<String> notes = new ArrayList<>();
    read(features, true)
        .forEach((field, vectors) -> notes.add(into(model, field, text(features, field), vectors)));
    return notes;
  }

  /** Reads the vectors of known words, of fields that have a copy or of those that have none. */
  private Map<String, Map<Integer, float[]>> read(FittedFeatures features, boolean copied) {
    Problems problems = new Problems();
    Map<String, Map<Integer, float[]>> read = new TreeMap<>();
    files()
        .forEach(
            (field, file) -> {
              if (copied == copies.containsKey(field)
                  && features.fields().get(field) instanceof FittedText text) {
                try {
                  Path path = copies.getOrDefault(field, Path.of(file));
                  read.put(field, known(field, text, path));
                } catch (SpecException e) {
                  problems.add(e.problem());
                }
              }
            });
    throwIfAny(problems);
    return read;
  }

  private static FittedText text(FittedFeatures features, String field) {
    if (features.fields().get(field) instanceof FittedText text) {
      return text;
    }
    throw new IllegalArgumentException("no text: " + field);
  }

  private static Map<Integer, float[]> known(String field, FittedText text, Path file) {
    Map<Integer, float[]> vectors = new VectorsFile(key(field), file).vectors(text);
    if (vectors.isEmpty()) {
      throw new SpecException(
          Problem.at(key(field))
              .what("no word of the field \"" + field + "\" has a vector in " + file.getFileName())
              .remedy(
                  "words are looked up as they are: see lowercase and tokenizer of data.fields."
                      + field)
              .build());
    }
    return vectors;
  }

  private String into(
      ModelBlock model, String field, FittedText text, Map<Integer, float[]> vectors) {
    String path = ModelBlock.tableOf(field);
    NDArray table = ParameterPaths.values(model).get(path);
    if (table == null) {
      throw new IllegalStateException("no parameter " + path);
    }
    ParameterPaths.assign(model, Map.of(path, filled(table.toFloatArray(), vectors)));
    return coverage(field, text, vectors, Path.of(String.valueOf(files().get(field))));
  }

  private static double[] filled(float[] table, Map<Integer, float[]> vectors) {
    double[] values = IntStream.range(0, table.length).mapToDouble(i -> table[i]).toArray();
    vectors.forEach(
        (id, vector) -> {
          for (int i = 0; i < vector.length; i++) {
            values[id * vector.length + i] = vector[i];
          }
        });
    return values;
  }

  private static String coverage(
      String field, FittedText text, Map<Integer, float[]> vectors, Path file) {
    List<String> words = text.vocabulary();
    List<String> without =
        IntStream.range(0, words.size())
            .filter(place -> !vectors.containsKey(text.firstId() + place))
            .mapToObj(words::get)
            .toList();
    String found =
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d words (%.1f %%) have a vector in %s",
            field,
            vectors.size(),
            words.size(),
            100.0 * vectors.size() / words.size(),
            file.getFileName());
    if (without.isEmpty()) {
      return found;
    }
    String shown = String.join(", ", without.subList(0, Math.min(SHOWN, without.size())));
    return String.format(
        Locale.ROOT,
        "%s; %,d start at random: %s%s",
        found,
        without.size(),
        shown,
        without.size() > SHOWN ? " and others" : "");
  }

  private static String key(String field) {
    return "model.inputs." + field + ".vectors";
  }

  private void throwIfAny(Problems problems) {
    if (!problems.isEmpty()) {
      throw experiment.refused(problems.all());
    }
  }
}
