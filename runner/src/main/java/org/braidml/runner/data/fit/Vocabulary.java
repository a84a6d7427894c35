package org.braidml.runner.data.fit;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in order, each once. It knows the place of a token without looking through them: a
 * prediction for one row must not cost a walk through all words. Immutable, and safe for use by
 * many threads.
 */
final class Vocabulary extends AbstractList<String> implements RandomAccess {

  private final List<String> tokens;
  private final TokenTable table = new TokenTable();

  /** The first place in the list of each token of the table: a list from a file may be any list. */
  private final int[] places;

  Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    this.places = new int[tokens.size()];
    for (int place = 0; place < places.length; place++) {
      char[] token = tokens.get(place).toCharArray();
      int before = table.size();
      table.add(token, 0, token.length);
      if (table.size() > before) {
        places[before] = place;
      }
    }
  }

  @Override
  public String get(int place) {
    return tokens.get(place);
  }

  @Override
  public int size() {
    return tokens.size();
  }

  /** Returns the place of one of a text's tokens, or -1 if it is not there. */
  int place(TokenSpans spans, int token) {
    int found = spans.place(token, table);
    return found < 0 ? -1 : places[found];
  }

  @Override
  public int indexOf(@Nullable Object token) {
    if (!(token instanceof String word)) {
      return -1;
    }
    char[] text = word.toCharArray();
    int found = table.place(text, 0, text.length);
    return found < 0 ? -1 : places[found];
  }

  @Override
  public boolean contains(@Nullable Object token) {
    return indexOf(token) >= 0;
  }
}
