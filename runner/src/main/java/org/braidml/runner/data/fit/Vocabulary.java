package org.braidml.runner.data.fit;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in order, each once. It knows the place of a token without looking through them: a
 * prediction for one row must not cost a walk through all words. Immutable, and safe for use by
 * many threads.
 */
final class Vocabulary extends AbstractList<String> implements RandomAccess {

  private final List<String> tokens;
  private final Map<String, Integer> places = new HashMap<>();

  Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    for (int place = 0; place < tokens.size(); place++) {
      places.putIfAbsent(tokens.get(place), place);
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

  @Override
  public int indexOf(@Nullable Object token) {
    Integer place = places.get(token);
    return place == null ? -1 : place;
  }

  @Override
  public boolean contains(@Nullable Object token) {
    return places.containsKey(token);
  }
}
