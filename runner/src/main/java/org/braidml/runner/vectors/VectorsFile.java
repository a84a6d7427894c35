package org.braidml.runner.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.braidml.api.SpecException;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.data.table.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * A text file of word vectors, a line each: the word, and then its numbers. A first line of two
 * whole numbers, how many vectors there are and how many numbers each has, is the heading of
 * word2vec; files of GloVe have none. UTF-8, packed by gzip or zstd or not.
 *
 * <p>Every line is checked to have as many numbers as the first. The numbers themselves are read of
 * words that a vocabulary holds, and only those vectors are kept.
 *
 * @param key the key that names the file, for messages
 * @param path the file, which exists
 */
record VectorsFile(String key, Path path) {

  private static final String WHOLE = "[0-9]{1,9}";

  /**
   * How a file begins.
   *
   * @param dimension how many numbers a vector has
   * @param count how many vectors the heading promises; -1 without a heading
   */
  private record Heading(int dimension, int count) {}

  /**
   * Returns how many numbers a vector has.
   *
   * @throws SpecException if the first line is no vector and no heading
   */
  int dimension() {
    return reading(reader -> heading(reader.readLine()).dimension());
  }

  /**
   * Reads the vectors of the words that a field knows.
   *
   * @return by id
   * @throws SpecException names the line that is not like the others, holds no number or a word a
   *     second time
   */
  Map<Integer, float[]> vectors(FittedText field) {
    return reading(reader -> vectors(reader, field));
  }

  private Map<Integer, float[]> vectors(BufferedReader reader, FittedText field)
      throws IOException {
    String line = reader.readLine();
    Heading heading = heading(line);
    Map<Integer, float[]> found = new HashMap<>();
    Map<Integer, Integer> lines = new HashMap<>();
    int number = 1;
    if (heading.count() >= 0) {
      line = reader.readLine();
      number++;
    }
    int first = number;
    for (; line != null; line = reader.readLine(), number++) {
      int at = number;
      VectorLine vector = new VectorLine(line, heading.dimension());
      String text = line;
      String word = vector.word(() -> ragged(at, text, heading.dimension()));
      int id = field.knownId(word);
      if (id >= 0) {
        Integer before = lines.put(id, number);
        if (before != null) {
          throw refused(at, "\"" + word + "\" stands a second time, first in line " + before, null);
        }
        found.put(id, numbers(vector, heading.dimension(), at));
      }
    }
    int count = number - first;
    if (heading.count() >= 0 && count != heading.count()) {
      throw refused(
          1,
          "the heading promises " + heading.count() + " vectors, the file holds " + count,
          "the file may be cut short: fetch it again");
    }
    return found;
  }

  private float[] numbers(VectorLine line, int dimension, int at) {
    float[] vector = new float[dimension];
    int wrong = line.fill(vector);
    if (wrong >= 0) {
      throw refused(at, "\"" + line.part(wrong) + "\" is no finite number", null);
    }
    return vector;
  }

  private Heading heading(@Nullable String line) {
    if (line == null) {
      throw refused(1, "the file is empty", null);
    }
    String[] parts = VectorLine.parts(line);
    if (parts.length == 2 && parts[0].matches(WHOLE) && parts[1].matches(WHOLE)) {
      return new Heading(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }
    int numbers = numbersAtEnd(line);
    if (numbers == 0) {
      throw refused(
          1,
          "neither a word with numbers behind it nor the heading of word2vec",
          "vectors are read from the text files of GloVe and word2vec, not from binary ones");
    }
    return new Heading(numbers, -1);
  }

  private static int numbersAtEnd(String line) {
    String[] parts = VectorLine.parts(line);
    int numbers = 0;
    while (numbers < parts.length - 1
        && VectorLine.number(parts[parts.length - 1 - numbers]) != null) {
      numbers++;
    }
    return numbers;
  }

  private SpecException ragged(int line, String text, int dimension) {
    return refused(
        line,
        numbersAtEnd(text) + " numbers behind the word, where a vector has " + dimension,
        null);
  }

  private SpecException refused(int line, String what, @Nullable String remedy) {
    return new SpecException(
        Problem.at(key).what(what).where(path.getFileName() + ":" + line).remedy(remedy).build());
  }

  private <T> T reading(Reading<T> reading) {
    try (BufferedReader reader =
        new BufferedReader(new TextFile(path, StandardCharsets.UTF_8).open())) {
      return reading.read(reader);
    } catch (CharacterCodingException e) {
      throw new SpecException(
          Problem.at(key)
              .value("\"" + path + "\"")
              .what("the file holds bytes that are not UTF-8")
              .remedy("vectors are read from text; a binary file of word2vec is none")
              .build());
    } catch (IOException e) {
      throw new SpecException(
          Problem.at(key)
              .value("\"" + path + "\"")
              .what("the file cannot be read: " + e.getMessage())
              .build());
    }
  }

  /** Reads something of the file. */
  private interface Reading<T> {
    T read(BufferedReader reader) throws IOException;
  }
}
