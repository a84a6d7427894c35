package org.braidml.runner.data.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One subject, with what does not change. */
final class Subject {

  private final int number;
  private final String place;
  private final Map<String, Given> statics = new LinkedHashMap<>();

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

  /** Returns where the value of a variable stands: that of the subject if it has none. */
  String place(String variable) {
    Given given = statics.get(variable);
    return given == null ? place : given.place();
  }

  /**
   * Takes a value of a variable that does not change.
   *
   * @return what was given of it before: the value itself if it is the first
   */
  Given take(String variable, Given value) {
    Given before = statics.putIfAbsent(variable, value);
    return before == null ? value : before;
  }

  /** Returns the value of a variable that does not change, or null if none was given. */
  @Nullable String value(String variable) {
    Given given = statics.get(variable);
    return given == null ? null : given.value();
  }

  /**
   * A value that was given.
   *
   * @param value the value
   * @param file the file, as messages show it
   * @param line its line, from 1
   */
  record Given(String value, String file, int line) {

    /** Returns where it stands. */
    String place() {
      return file + ":" + line;
    }

    /** Returns whether another is the same text or the same number. */
    boolean agrees(Given other) {
      return value.equals(other.value)
          || NumberColumn.parse(value) == NumberColumn.parse(other.value);
    }
  }
}
