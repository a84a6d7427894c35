package org.braidml.runner.data.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One subject, with what does not change. */
final class Subject {

  private final int number;
  private final String place;
  private final Map<String, String> statics = new LinkedHashMap<>();

  /**
   * A subject.
   *
   * @param number how many there were before
   * @param place where it stands, for messages
   */
  Subject(int number, String place) {
    this.number = number;
    this.place = place;
  }

  /** Returns how many there were before. */
  int number() {
    return number;
  }

  /** Returns where it stands, for messages. */
  String place() {
    return place;
  }

  /** Takes the first value of a variable that does not change. */
  void take(String variable, String value) {
    statics.putIfAbsent(variable, value);
  }

  /** Returns the value of a variable that does not change, or null if none was given. */
  @Nullable String value(String variable) {
    return statics.get(variable);
  }
}
