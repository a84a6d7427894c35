package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;

/** Cuts text by the kinds of its characters, without a regular expression: large texts are many. */
final class TokenScanner {

  private static final byte SIGN = 0;
  private static final byte WORD = 1;
  private static final byte SPACE = 2;

  private static final int LETTERS_MARKS_AND_DIGITS =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private static final int SPACES =
      1 << Character.SPACE_SEPARATOR
          | 1 << Character.LINE_SEPARATOR
          | 1 << Character.PARAGRAPH_SEPARATOR;

  private static final byte[] KINDS = kinds();

  private TokenScanner() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = computed(c);
    }
    return kinds;
  }

  private static byte computed(int codePoint) {
    int type = 1 << Character.getType(codePoint);
    if ((type & LETTERS_MARKS_AND_DIGITS) != 0) {
      return WORD;
    }
    boolean control = (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85;
    return control || (type & SPACES) != 0 ? SPACE : SIGN;
  }

  private static byte kind(int codePoint) {
    return codePoint <= Character.MAX_VALUE ? KINDS[codePoint] : computed(codePoint);
  }

  /** Returns runs of letters, marks and digits, apostrophes within; every other sign alone. */
  static List<String> words(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      byte kind = kind(codePoint);
      int end = at + Character.charCount(codePoint);
      if (kind == WORD) {
        end = wordEnd(text, end);
      }
      if (kind != SPACE) {
        tokens.add(text.substring(at, end));
      }
      at = end;
    }
    return tokens;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (kind(codePoint) == WORD) {
        at += Character.charCount(codePoint);
      } else if ((codePoint == '\'' || codePoint == '\u2019') && wordAt(text, at + 1)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean wordAt(String text, int at) {
    return at < text.length() && kind(text.codePointAt(at)) == WORD;
  }

  /** Returns what stands between white space. */
  static List<String> betweenSpaces(String text) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < text.length(); at++) {
      boolean space = KINDS[text.charAt(at)] == SPACE; // all spaces are single characters
      if (!space && start < 0) {
        start = at;
      } else if (space && start >= 0) {
        tokens.add(text.substring(start, at));
        start = -1;
      }
    }
    if (start >= 0) {
      tokens.add(text.substring(start));
    }
    return tokens;
  }
}
