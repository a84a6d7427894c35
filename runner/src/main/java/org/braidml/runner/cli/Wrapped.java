package org.braidml.runner.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks long lines between words; what has no blanks, such as a path, stays whole. */
final class Wrapped {

  /** What the text of a line begins after: blanks, and the number of a problem. */
  private static final Pattern START = Pattern.compile(" *(\\d+\\) )?");

  private Wrapped() {}

  /**
   * Returns the text with lines of at most so many characters, a line break after each.
   *
   * @param hang how much deeper than its first line a continued line stands
   */
  static String text(String text, int width, int hang) {
    StringBuilder wrapped = new StringBuilder();
    text.lines().forEach(line -> line(line, width, hang, wrapped));
    return wrapped.toString();
  }

  private static void line(String line, int width, int hang, StringBuilder wrapped) {
    if (line.length() <= width) {
      wrapped.append(line).append('\n');
      return;
    }
    Matcher start = START.matcher(line);
    StringBuilder current = new StringBuilder(start.lookingAt() ? start.group() : "");
    String indent = " ".repeat(current.length() + hang);
    int words = 0;
    for (String word : line.substring(current.length()).split(" +", -1)) {
      if (words > 0 && current.length() + 1 + word.length() > width) {
        wrapped.append(current).append('\n');
        current = new StringBuilder(indent);
        words = 0;
      }
      current.append(words > 0 ? " " : "").append(word);
      words++;
    }
    wrapped.append(current).append('\n');
  }
}
