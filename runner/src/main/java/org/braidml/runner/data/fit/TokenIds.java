package org.braidml.runner.data.fit;

import java.util.Arrays;

/** Makes texts ids, one after another, without a text for each token. Used by one thread. */
public final class TokenIds {

  private final FittedText field;
  private final TokenSpans spans = new TokenSpans();
  private int[] ids = new int[1 << 10];
  private int size;

  /** No ids yet. */
  public TokenIds(FittedText field) {
    this.field = field;
  }

  /** Adds the ids of a text's tokens, not more than a row may have; returns how many. */
  public int add(String text) {
    if (!(field instanceof FittedTokens tokens)) {
      int[] some = field.ids(text);
      room(some.length);
      System.arraycopy(some, 0, ids, size, some.length);
      size += some.length;
      return some.length;
    }
    spans.cut(tokens, text);
    int count = spans.size();
    room(count);
    for (int token = 0; token < count; token++) {
      ids[size++] = tokens.id(spans, token);
    }
    return count;
  }

  private void room(int more) {
    if (size + more > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + more, ids.length * 2));
    }
  }

  /** Returns the array that holds the ids of all texts first; it is not copied. */
  public int[] ids() {
    return ids;
  }
}
