package org.braidml.api.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a user probably meant. */
public final class Nearest {

  private Nearest() {}

  private static final int NOT_NEAR = 6;

  /**
   * Returns the candidate nearest to a word, if one is near enough. The same letters in other case
   * or with other dashes come first; then one edit (optimal string alignment, a swap of neighbours
   * counts as one); then a candidate that starts with the word; then a few edits; then a candidate
   * that contains the word; then one that the word contains.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> rank(word, candidate) < NOT_NEAR)
        .min(
            Comparator.comparingInt((String candidate) -> rank(word, candidate))
                .thenComparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int rank(String word, String candidate) {
    String plain = letters(word);
    String other = letters(candidate);
    if (plain.equals(other)) {
      return plain.isEmpty() ? NOT_NEAR : 0;
    }
    int edits = distance(plain, other);
    boolean words = plain.length() >= 3 && other.length() >= 3;
    if (edits <= 1 && plain.length() > 1) {
      return 1;
    }
    if (words && other.startsWith(plain)) {
      return 2;
    }
    if (edits <= Math.max(plain.length(), other.length()) / 3) {
      return 3;
    }
    if (!words) {
      return NOT_NEAR;
    }
    return other.contains(plain) ? 4 : plain.contains(other) ? 5 : NOT_NEAR;
  }

  private static String letters(String word) {
    return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  /** The optimal string alignment distance. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = cell(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cell(String a, String b, int[][] d, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
