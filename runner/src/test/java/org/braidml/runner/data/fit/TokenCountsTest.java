package org.braidml.runner.data.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenCountsTest {

  /** Letters of which many words have one hash: those of "Aa" and "BB" are equal. */
  private static final String LETTERS = "AaBBAaBB\u00e9\u4e2d";

  @Test
  void countsAreTheSameInHoweverManyPartsAndWhateverOrderTheyAreAdded() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> texts = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        texts.add(text(random));
      }
      List<TokenCounts> parts = new ArrayList<>();
      int count = 1 + random.nextInt(7);
      for (int part = 0; part < count; part++) {
        parts.add(
            counts(texts.subList(part * texts.size() / count, (part + 1) * texts.size() / count)));
      }
      Collections.shuffle(parts, random);
      TokenCounts sum = parts.stream().reduce(TokenCounts::with).orElseThrow();
      int least = 1 + random.nextInt(3);
      int most = 1 + random.nextInt(40);
      assertThat(sum.mostFrequent(least, most))
          .as("seed %d", seed)
          .isEqualTo(counts(texts).mostFrequent(least, most))
          .isEqualTo(byAMap(texts, least, most));
    }
  }

  @Test
  void aTokenMayOccurMoreOftenThanAnIntegerOf32BitsCounts() {
    TokenCounts sum = counts(List.of("often"));
    for (int doubling = 0; doubling < 31; doubling++) {
      sum = sum.with(sum);
    }
    assertThat(sum.with(counts(List.of("seldom seldom"))).mostFrequent(1, 9))
        .containsExactly("often", "seldom");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      int letter = random.nextInt(LETTERS.length() + 3);
      text.append(letter < LETTERS.length() ? LETTERS.charAt(letter) : ' ');
    }
    return text.toString();
  }

  private static TokenCounts counts(List<String> texts) {
    TokenCounts counts = new TokenCounts();
    TokenSpans spans = new TokenSpans();
    for (String text : texts) {
      spans.cut(Cut.WHITESPACE, false, text, Integer.MAX_VALUE);
      counts.add(spans);
    }
    return counts;
  }

  private static List<String> byAMap(List<String> texts, int least, int most) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(
        text -> Cut.WHITESPACE.matched(text).forEach(word -> counts.merge(word, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void aVocabularyKnowsItsWordsAndNoOthers() {
    Random random = new Random(1);
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < 3000; i++) {
      words.add(text(random).replace(" ", ""));
    }
    Vocabulary vocabulary = new Vocabulary(words);
    for (String word : words) {
      assertThat(vocabulary.indexOf(word)).isEqualTo(words.indexOf(word));
      assertThat(vocabulary.contains(word + "x")).isFalse();
    }
    assertThat(vocabulary).isEqualTo(words);
  }
}
