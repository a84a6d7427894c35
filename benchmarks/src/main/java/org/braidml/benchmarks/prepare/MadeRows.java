package org.braidml.benchmarks.prepare;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Made rows of text and statics, about 500 bytes each: words as frequent as in a language (Zipf),
 * numbers of which some are missing, categories, and a label that words and numbers tell. Equal
 * seeds make equal files.
 */
final class MadeRows {

  private static final int WORDS = 50_000;
  private static final int LEAST = 40;
  private static final int SPREAD = 104;
  private static final String[] CONSONANTS = "b c d f g h k l m n p r s t v w".split(" ");
  private static final String[] VOWELS = "a e i o u ai ea ou".split(" ");
  private static final String[] SIGNS = {" ", " ", " ", " ", " ", " ", " ", ", ", ". "};

  private final SplittableRandom random;
  private final String[] words = new String[WORDS];
  private final double[] upTo = new double[WORDS];

  MadeRows(long seed) {
    random = new SplittableRandom(seed);
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      words[i] = word(i);
      sum += 1.0 / (i + 3);
      upTo[i] = sum;
    }
    for (int i = 0; i < WORDS; i++) {
      upTo[i] /= sum;
    }
  }

  private String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + 7; rest > 0; rest /= 128) {
      word.append(CONSONANTS[rest % 16]).append(VOWELS[rest / 16 % 8]);
    }
    return word.toString();
  }

  /** Writes rows with a header as CSV. */
  void write(Path file, int rows) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,review,age,income,region,device,recommended\n");
      for (int row = 0; row < rows; row++) {
        out.write(row(row));
      }
    }
  }

  private String row(int row) {
    StringBuilder text = new StringBuilder();
    int length = LEAST + random.nextInt(SPREAD);
    double score = 0;
    for (int i = 0; i < length; i++) {
      int drawn = Arrays.binarySearch(upTo, random.nextDouble());
      int word = Math.min(WORDS - 1, drawn < 0 ? -drawn - 1 : drawn);
      score += word % 64 == 5 ? 1 : word % 64 == 6 ? -1 : 0;
      String written = words[word];
      text.append(
          i % 12 == 0
              ? written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1)
              : written);
      text.append(i + 1 < length ? SIGNS[random.nextInt(SIGNS.length)] : ".");
    }
    int age = 18 + random.nextInt(70);
    double income = Math.exp(random.nextDouble() + random.nextDouble() + 9);
    double chance = 1 / (1 + Math.exp(-score - (age - 50) / 20.0));
    return String.format(
        Locale.ROOT,
        "%d,\"%s\",%s,%.2f,region-%d,device-%d,%s\n",
        row,
        text,
        random.nextInt(50) == 0 ? "" : String.valueOf(age),
        income,
        random.nextInt(20),
        random.nextInt(6),
        random.nextDouble() < chance ? "yes" : "no");
  }
}
