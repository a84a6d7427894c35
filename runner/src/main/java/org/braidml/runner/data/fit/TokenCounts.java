package org.braidml.runner.data.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How often each token occurs. Used by one thread. */
final class TokenCounts {

  private final TokenTable table = new TokenTable();
  private long[] counts = new long[1 << 10];

  /** Counts the tokens of a text. */
  void add(TokenSpans spans) {
    int size = spans.size();
    for (int token = 0; token < size; token++) {
      add(spans.add(token, table), 1);
    }
  }

  private void add(int place, long more) {
    if (place >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(place + 1, counts.length * 2));
    }
    counts[place] += more;
  }

  /** Adds another's counts to these; in whatever order that is done, the counts are the same. */
  TokenCounts with(TokenCounts other) {
    for (int place = 0; place < other.table.size(); place++) {
      char[] token = other.table.token(place).toCharArray();
      add(table.add(token, 0, token.length), other.counts[place]);
    }
    return this;
  }

  /**
   * Returns the tokens that occur at least so often, the most frequent first, those that are as
   * frequent in the order of their characters.
   *
   * @param most how many of them at most
   */
  List<String> mostFrequent(int least, int most) {
    return IntStream.range(0, table.size())
        .filter(place -> counts[place] >= least)
        .mapToObj(place -> new Counted(table.token(place), counts[place]))
        .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::token))
        .limit(most)
        .map(Counted::token)
        .toList();
  }

  private record Counted(String token, long count) {}
}
