package org.braidml.benchmarks.known;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A task of rows of words whose best pooling is known. The states that are pooled see one word
 * each, so that it is the pooling that brings words together.
 */
enum MadeTask {
  /** The last word alone tells the class; all others are noise. */
  LAST_WORD("the last word alone tells the class", "last") {
    @Override
    Row row(Random random) {
      List<Integer> words = words(random, 5 + random.nextInt(26), 0);
      return new Row(words, words.get(words.size() - 1) < HALF);
    }
  },
  /** Of two kinds of words, which are more? No order, no single word tells. */
  COUNT("which of two kinds of words are more", "mean") {
    @Override
    Row row(Random random) {
      List<Integer> words = words(random, 5 + 2 * random.nextInt(13), 0);
      return new Row(words, words.stream().filter(w -> w < HALF).count() * 2 > words.size());
    }
  },
  /** Whether one word stands anywhere in a long row; a mean drowns it in the others. */
  RARE_WORD("whether one rare word stands anywhere", "max") {
    @Override
    Row row(Random random) {
      List<Integer> words = words(random, 20 + random.nextInt(41), RARE + 1);
      boolean holds = random.nextBoolean();
      if (holds) {
        words.set(random.nextInt(words.size()), RARE);
      }
      return new Row(words, holds);
    }
  };

  private static final int VOCABULARY = 40;
  private static final int HALF = VOCABULARY / 2;
  private static final int RARE = 0;

  private final String text;
  private final String right;

  MadeTask(String text, String right) {
    this.text = text;
    this.right = right;
  }

  /**
   * One row.
   *
   * @param words by number
   * @param label the class
   */
  record Row(List<Integer> words, boolean label) {

    String csv() {
      List<String> named = words.stream().map(word -> "w" + word).toList();
      return String.join(" ", named) + "," + (label ? "yes" : "no");
    }
  }

  abstract Row row(Random random);

  /** Returns what the class of a row follows. */
  String text() {
    return text;
  }

  /** Returns the best of the poolings mean, last and max. */
  String right() {
    return right;
  }

  /** Returns the name of its files. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes so many rows as CSV, the same for the same seed. */
  void write(Path file, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < rows; i++) {
      lines.add(row(random).csv());
    }
    Files.write(file, lines);
  }

  private static List<Integer> words(Random random, int length, int least) {
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      words.add(least + random.nextInt(VOCABULARY - least));
    }
    return words;
  }
}
