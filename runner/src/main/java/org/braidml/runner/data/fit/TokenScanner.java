package org.braidml.runner.data.fit;

/** Cuts text by the kinds of its characters, without a regular expression or a text for each. */
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

  /** Finds runs of letters, marks and digits, apostrophes within; every other sign alone. */
  static void words(char[] text, int length, int most, TokenSpans to) {
    int at = 0;
    while (at < length && to.found() < most) {
      int width = width(text, at, length);
      byte kind = kind(text, at, width);
      int end = kind == WORD ? wordEnd(text, at + width, length) : at + width;
      if (kind != SPACE) {
        to.add(at, end);
      }
      at = end;
    }
  }

  /** How many characters a code point has; half of a pair is one by itself. */
  private static int width(char[] text, int at, int length) {
    boolean pair =
        Character.isHighSurrogate(text[at])
            && at + 1 < length
            && Character.isLowSurrogate(text[at + 1]);
    return pair ? 2 : 1;
  }

  private static byte kind(char[] text, int at, int width) {
    return width == 1 ? KINDS[text[at]] : computed(Character.toCodePoint(text[at], text[at + 1]));
  }

  private static int wordEnd(char[] text, int from, int length) {
    int at = from;
    while (at < length) {
      int width = width(text, at, length);
      if (kind(text, at, width) == WORD) {
        at += width;
      } else if ((text[at] == '\'' || text[at] == '\u2019') && wordAt(text, at + 1, length)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean wordAt(char[] text, int at, int length) {
    return at < length && kind(text, at, width(text, at, length)) == WORD;
  }

  /** Finds what stands between white space. */
  static void betweenSpaces(char[] text, int length, int most, TokenSpans to) {
    int start = -1;
    for (int at = 0; at < length && to.found() < most; at++) {
      boolean space = KINDS[text[at]] == SPACE; // all spaces are single characters
      if (!space && start < 0) {
        start = at;
      } else if (space && start >= 0) {
        to.add(start, at);
        start = -1;
      }
    }
    if (start >= 0 && to.found() < most) {
      to.add(start, length);
    }
  }

  /** Finds every code point. */
  static void characters(char[] text, int length, int most, TokenSpans to) {
    for (int at = 0; at < length && to.found() < most; ) {
      int end = at + width(text, at, length);
      to.add(at, end);
      at = end;
    }
  }
}
