package org.braidml.runner.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One thing that differs between two runs, or between a run and now.
 *
 * @param key what
 * @param first its value in the first; {@code -} if it is not there
 * @param second its value in the second
 */
public record Difference(String key, String first, String second) {

  private static final String ABSENT = "-";

  /** Returns what differs between two sets of facts, by key. */
  public static List<Difference> between(Map<String, String> first, Map<String, String> second) {
    TreeSet<String> keys = new TreeSet<>(first.keySet());
    keys.addAll(second.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      String a = first.getOrDefault(key, ABSENT);
      String b = second.getOrDefault(key, ABSENT);
      if (!a.equals(b)) {
        differences.add(new Difference(key, a, b));
      }
    }
    return differences;
  }
}
