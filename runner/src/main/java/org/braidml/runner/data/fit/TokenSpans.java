package org.braidml.runner.data.fit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.braidml.runner.data.config.Truncate;

/**
 * Where the tokens of a text stand in it, of one text after another: its arrays are used again.
 * Used by one thread.
 */
final class TokenSpans {

  private char[] text = new char[256];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int first;
  private int end;

  /** Cuts a text as a field does, and forgets the text before. */
  void cut(FittedTokens field, String whole) {
    boolean right = field.truncate() == Truncate.RIGHT;
    cut(field.cut(), field.lowercase(), whole, right ? field.maxLength() : Integer.MAX_VALUE);
    first = Math.max(0, end - field.maxLength());
  }

  /**
   * Cuts a text, and forgets the text before.
   *
   * @param lowercase whether letters lose their case
   * @param most at how many tokens the rest is left out
   */
  void cut(Cut cut, boolean lowercase, String whole, int most) {
    first = 0;
    end = 0;
    if (cut == Cut.LIST) {
      list(StepValues.list(whole), lowercase, most);
      return;
    }
    String cased = lowercase ? whole.toLowerCase(Locale.ROOT) : whole;
    String form = cut == Cut.UNICODE ? Normalizer.normalize(cased, Normalizer.Form.NFKC) : cased;
    int length = hold(form);
    switch (cut) {
      case WORD -> TokenScanner.words(text, length, most, this);
      case WHITESPACE -> TokenScanner.betweenSpaces(text, length, most, this);
      case CHARACTERS -> TokenScanner.characters(text, length, most, this);
      case UNICODE -> {
        Matcher matcher = cut.matcher(form);
        while (end < most && matcher.find()) {
          add(matcher.start(), matcher.end());
        }
      }
      case LIST -> throw new IllegalStateException("a list is cut already");
    }
  }

  private void list(List<String> elements, boolean lowercase, int most) {
    List<String> tokens =
        elements.stream()
            .limit(most)
            .map(element -> lowercase ? element.toLowerCase(Locale.ROOT) : element)
            .toList();
    hold(String.join("", tokens));
    int at = 0;
    for (String token : tokens) {
      add(at, at + token.length());
      at += token.length();
    }
  }

  /** Takes the characters in which tokens stand; returns how many. */
  private int hold(String form) {
    int length = form.length();
    if (length > text.length) {
      text = new char[Math.max(length, text.length * 2)];
    }
    form.getChars(0, length, text, 0);
    return length;
  }

  /** Adds a token that the scanner has found. */
  void add(int from, int to) {
    if (end == starts.length) {
      starts = Arrays.copyOf(starts, end * 2);
      ends = Arrays.copyOf(ends, end * 2);
    }
    starts[end] = from;
    ends[end++] = to;
  }

  /** Returns how many tokens the scanner has found, those that will be cut off included. */
  int found() {
    return end;
  }

  /** Returns how many tokens there are. */
  int size() {
    return end - first;
  }

  /** Returns the place of a token in a table, or -1 if it is not there. */
  int place(int token, TokenTable table) {
    return table.place(text, starts[first + token], ends[first + token]);
  }

  /** Returns the place of a token in a table, to which it is added if it is not there. */
  int add(int token, TokenTable table) {
    return table.add(text, starts[first + token], ends[first + token]);
  }

  /** Returns the tokens as texts. */
  List<String> tokens() {
    List<String> tokens = new ArrayList<>(size());
    for (int i = first; i < end; i++) {
      tokens.add(new String(text, starts[i], ends[i] - starts[i]));
    }
    return tokens;
  }
}
