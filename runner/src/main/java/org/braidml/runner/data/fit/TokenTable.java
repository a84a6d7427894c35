package org.braidml.runner.data.fit;

import java.util.Arrays;

/**
 * Tokens, each once, with a place from 0 on in the order in which they came. They are looked up as
 * a part of an array of characters, so that no text is made of what is known already, and most are
 * found by one look into memory: a short token of ASCII is its own key. Safe for use by many
 * threads once no more are added.
 */
final class TokenTable {

  private static final int FEWEST = 1 << 8;

  /** How many ASCII characters a key holds. */
  private static final int SHORT = Long.BYTES;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** A key, and 1 + its place, or 0 where there is none. At most half of the pairs are used. */
  private long[] pairs = new long[FEWEST * 4];

  private int[] ends = new int[FEWEST];
  private char[] characters = new char[FEWEST * 8];
  private int size;

  /** Returns how many tokens there are. */
  int size() {
    return size;
  }

  /** Returns the token at a place. */
  String token(int place) {
    int start = start(place);
    return new String(characters, start, ends[place] - start);
  }

  private int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  /** Returns the place of a token, or -1 if it is not there. */
  int place(char[] text, int from, int to) {
    return (int) pairs[pair(key(text, from, to), text, from, to) + 1] - 1;
  }

  /** Returns the place of a token, which is added if it is not there. */
  int add(char[] text, int from, int to) {
    long key = key(text, from, to);
    int pair = pair(key, text, from, to);
    if (pairs[pair + 1] != 0) {
      return (int) pairs[pair + 1] - 1;
    }
    if ((size + 1) * 4 > pairs.length) {
      grow();
      pair = pair(key, text, from, to);
    }
    append(text, from, to);
    pairs[pair] = key;
    pairs[pair + 1] = size;
    return size - 1;
  }

  private void append(char[] text, int from, int to) {
    int start = start(size);
    int end = start + to - from;
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(end, characters.length * 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(text, from, characters, start, to - from);
    ends[size++] = end;
  }

  /** Returns where the pair of a token stands, or the free one that it may take. */
  private int pair(long key, char[] text, int from, int to) {
    int pair = first(key);
    while (pairs[pair + 1] != 0) {
      if (pairs[pair] == key && (key > 0 || equal((int) pairs[pair + 1] - 1, text, from, to))) {
        return pair;
      }
      pair = (pair + 2) & (pairs.length - 1);
    }
    return pair;
  }

  private boolean equal(int place, char[] text, int from, int to) {
    return Arrays.equals(text, from, to, characters, start(place), ends[place]);
  }

  /** Where the search for a key begins. */
  private int first(long key) {
    int bits = Integer.numberOfTrailingZeros(pairs.length) - 1;
    return (int) ((key * MULTIPLIER) >>> (Long.SIZE - bits)) * 2;
  }

  private void grow() {
    long[] before = pairs;
    pairs = new long[before.length * 2];
    for (int i = 0; i < before.length; i += 2) {
      if (before[i + 1] != 0) {
        int pair = first(before[i]);
        while (pairs[pair + 1] != 0) {
          pair = (pair + 2) & (pairs.length - 1);
        }
        pairs[pair] = before[i];
        pairs[pair + 1] = before[i + 1];
      }
    }
  }

  /** Returns the characters of a short token of ASCII, above 0; a hash of any other, below 0. */
  private static long key(char[] text, int from, int to) {
    long key = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (i - from == SHORT || c == 0 || c > 0x7f) {
        return hash(text, from, to);
      }
      key = (key << Byte.SIZE) | c;
    }
    return from == to ? hash(text, from, to) : key;
  }

  private static long hash(char[] text, int from, int to) {
    long hash = 1;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    return hash | Long.MIN_VALUE;
  }
}
