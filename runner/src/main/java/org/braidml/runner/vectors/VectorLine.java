package org.braidml.runner.vectors;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file of vectors: a word, and its numbers behind it, between blanks or tabs.
 *
 * <p>A word may itself hold blanks, as some of GloVe do ({@code ". . ."}), unless its last part is
 * a number: such a line has too many.
 */
final class VectorLine {

  private final String text;
  private final int end;
  private final int[] starts;

  /** The line, of whose numbers there are {@code dimension} if it is whole. */
  VectorLine(String text, int dimension) {
    this.text = text;
    this.end = endOfPart(text.length());
    this.starts = new int[dimension];
    int at = end;
    for (int i = dimension - 1; i >= 0; i--) {
      starts[i] = startOfPart(at);
      at = endOfPart(starts[i]);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Returns the place behind the last part before a place. */
  private int endOfPart(int before) {
    int at = before;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int startOfPart(int before) {
    int at = before;
    while (at > 0 && !isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Returns the parts between blanks. */
  static String[] parts(String line) {
    return line.strip().split("[ \t]+", -1);
  }

  /** Returns the number that a part is, or null. */
  static @Nullable Float number(String part) {
    try {
      float number = Float.parseFloat(part);
      return Float.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Returns the word.
   *
   * @param ragged what to throw if the line has more or fewer numbers
   */
  String word(Supplier<RuntimeException> ragged) {
    String word = text.substring(0, endOfPart(starts[0]));
    if (word.isEmpty()) {
      throw ragged.get();
    }
    int last = startOfPart(word.length());
    if (last > 0 && number(word.substring(last)) != null) {
      throw ragged.get();
    }
    return word;
  }

  /** Returns the place of the first part that is no finite number, -1 if there is none. */
  int fill(float[] vector) {
    for (int i = 0; i < starts.length; i++) {
      Float number = number(part(i));
      if (number == null) {
        return i;
      }
      vector[i] = number;
    }
    return -1;
  }

  /** Returns one of the numbers as it is written. */
  String part(int i) {
    return text.substring(starts[i], i + 1 < starts.length ? endOfPart(starts[i + 1]) : end);
  }
}
