package org.braidml.runner.data.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.braidml.runner.data.RandomStream;

/**
 * The text of a made review: one to four remarks among neutral words. A remark is a word of praise
 * or blame, or its opposite after a negation ("not dull"). More remarks say what the writer feels
 * than the contrary, so that a reader who knows the words is never in doubt.
 */
final class MadeText {

  private static final List<String> PRAISE =
      List.of(
          "lovely",
          "excellent",
          "comfortable",
          "beautiful",
          "sturdy",
          "delightful",
          "perfect",
          "charming",
          "soft",
          "elegant",
          "reliable",
          "bright",
          "wonderful",
          "flattering");
  private static final List<String> BLAME =
      List.of(
          "awful",
          "dull",
          "scratchy",
          "ugly",
          "flimsy",
          "disappointing",
          "useless",
          "shabby",
          "stiff",
          "clumsy",
          "faulty",
          "drab",
          "terrible",
          "unflattering");
  private static final List<String> NEGATIONS = List.of("not", "never", "hardly");
  private static final List<String> NEUTRAL =
      List.of(
          "the", "a", "it", "this", "i", "bought", "ordered", "dress", "jacket", "scarf", "lamp",
          "chair", "in", "from", "for", "my", "sister", "last", "week", "month", "summer", "shop",
          "with", "and", "two", "three", "blue", "green", "red", "size", "medium", "box", "parcel",
          "came", "on", "monday", "friday", "wore", "used", "at", "home", "work", "garden", "table",
          "when", "after", "before", "washed", "colour", "pocket", "sleeve", "button", "is", "was");

  private MadeText() {}

  static String of(boolean liked, RandomStream random) {
    int remarks = 1 + random.nextInt(4);
    int contrary = remarks >= 3 && random.nextDouble() < 0.4 ? 1 : 0;
    List<String> words = new ArrayList<>();
    int neutral = 3 + random.nextInt(22);
    for (int i = 0; i < neutral; i++) {
      words.add(any(NEUTRAL, random));
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < remarks; i++) {
      places.add(random.nextInt(neutral + 1));
    }
    places.sort(Collections.reverseOrder());
    int contraryAt = random.nextInt(remarks);
    for (int i = 0; i < remarks; i++) {
      boolean praises = liked != (contrary == 1 && i == contraryAt);
      words.addAll(places.get(i), remark(praises, random));
    }
    return String.join(" ", words);
  }

  private static List<String> remark(boolean praises, RandomStream random) {
    boolean negated = random.nextDouble() < 0.25;
    String word = any(praises != negated ? PRAISE : BLAME, random);
    return negated ? List.of(any(NEGATIONS, random), word) : List.of(word);
  }

  private static String any(List<String> words, RandomStream random) {
    return words.get(random.nextInt(words.size()));
  }

  /** Reads a text back: whether its writer liked the thing. */
  static boolean liked(String text) {
    int sum = 0;
    boolean negated = false;
    for (String word : text.split(" ")) {
      int said = PRAISE.contains(word) ? 1 : BLAME.contains(word) ? -1 : 0;
      sum += negated ? -said : said;
      negated = NEGATIONS.contains(word);
    }
    return sum > 0;
  }
}
