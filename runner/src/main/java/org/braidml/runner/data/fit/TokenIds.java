package org.braidml.runner.data.fit;

import java.util.Arrays;

/** Makes texts ids, one after another, without a text for each token. Used by one thread. */
public final class TokenIds {

  private final FittedTokens field;
  private final TokenSpans spans = new TokenSpans();
  private int[] ids = new int[1 << 10];
  private int size;

  /** No ids yet. */
  public TokenIds(FittedTokens field) {
    this.field = field;
  }

  /** Adds the ids of a text's tokens, not more than a row may have; returns how many. */
  public int add(String text) {
    spans.cut(field, text);
    int count = spans.size();
    if (size + count > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + count, ids.length * 2));
    }
    for (int token = 0; token < count; token++) {
      ids[size++] = field.id(spans, token);
    }
    return count;
  }

  /** Returns the array that holds the ids of all texts first; it is not copied. */
  public int[] ids() {
    return ids;
  }
}
