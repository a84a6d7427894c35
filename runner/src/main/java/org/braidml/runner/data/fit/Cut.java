package org.braidml.runner.data.fit;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How text becomes tokens. */
public enum Cut {
  /** At white space only. */
  WHITESPACE(Pattern.compile("[^\\p{IsWhite_Space}]+")),
  /** Runs of letters, marks and digits, apostrophes within; every other visible sign alone. */
  WORD(
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}\\p{N}]+)*"
              + "|[^\\p{L}\\p{M}\\p{N}\\p{IsWhite_Space}]")),
  /** As {@link #WORD} in composed compatibility form (NFKC), ideographs and kana each alone. */
  UNICODE(
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]\\p{M}*"
              + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+"
              + "(?:['\u2019][\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+)*"
              + "|[^\\p{L}\\p{M}\\p{N}\\p{IsWhite_Space}]")),
  /** Code point by code point, white space included. */
  CHARACTERS(Pattern.compile("(?s:.)")),
  /** Not at all: each element of a JSON array is one, null an empty one. */
  LIST(Pattern.compile("(?!)"));

  private final Pattern token;

  Cut(Pattern token) {
    this.token = token;
  }

  /** Returns the tokens of a text, in order. */
  public List<String> tokens(String text) {
    TokenSpans spans = new TokenSpans();
    spans.cut(this, false, text, Integer.MAX_VALUE);
    return spans.tokens();
  }

  /** Finds tokens by the pattern, in a text of this cut's form. */
  Matcher matcher(String form) {
    return token.matcher(form);
  }

  /** Returns the same tokens by the pattern alone, which defines what a token is. */
  List<String> matched(String text) {
    String form = this == UNICODE ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    return matcher(form).results().map(MatchResult::group).toList();
  }
}
