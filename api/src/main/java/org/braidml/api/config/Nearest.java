package org.braidml.api.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a user probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the candidate nearest to a word, if one is near enough: few edits (optimal string
   * alignment, a swap of neighbours counts as one), or one contains the other.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> near(word, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean near(String word, String candidate) {
    int allowed = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
    return distance(word, candidate) <= allowed || contains(word, candidate);
  }

  private static boolean contains(String word, String candidate) {
    String plain = word.replace("-", "").replace("_", "").toLowerCase(java.util.Locale.ROOT);
    String other = candidate.replace("-", "").toLowerCase(java.util.Locale.ROOT);
    return plain.length() >= 3
        && other.length() >= 3
        && (plain.contains(other) || other.contains(plain));
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
