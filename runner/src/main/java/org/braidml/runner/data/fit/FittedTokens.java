package org.braidml.runner.data.fit;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.braidml.api.graph.FieldSpec;
import org.braidml.runner.data.config.Truncate;

/**
 * Text as a sequence of ids: 0 is padding, 1 stands for a token that the vocabulary lacks, and
 * {@code vocabulary.get(i)} has the id {@code i + 2}.
 *
 * @param column the column
 * @param cut how text becomes tokens
 * @param lowercase whether letters lose their case
 * @param maxLength the most tokens of a row
 * @param truncate which end of a longer row is cut off
 * @param vocabulary the tokens, the most frequent of the training rows first
 */
public record FittedTokens(
    String column,
    Cut cut,
    boolean lowercase,
    int maxLength,
    Truncate truncate,
    List<String> vocabulary)
    implements FittedText {

  /** The id of padding. */
  public static final int PADDING = 0;

  /** The id of a token that the vocabulary lacks. */
  public static final int UNKNOWN = 1;

  /** The id of the vocabulary's first token. */
  public static final int FIRST = 2;

  public FittedTokens {
    vocabulary = new Vocabulary(vocabulary);
  }

  @Override
  public List<String> sourceColumns() {
    return List.of(column);
  }

  @Override
  public FittedTokens uncut() {
    return new FittedTokens(column, cut, lowercase, Integer.MAX_VALUE, truncate, vocabulary);
  }

  @Override
  public FieldSpec spec(String name) {
    return new FieldSpec.Tokens(name, vocabulary.size() + FIRST, OptionalInt.empty());
  }

  @Override
  public int firstId() {
    return FIRST;
  }

  @Override
  public int[] ids(String text) {
    TokenSpans spans = new TokenSpans();
    spans.cut(this, text);
    return IntStream.range(0, spans.size()).map(token -> id(spans, token)).toArray();
  }

  @Override
  public String between() {
    return switch (cut) {
      case CHARACTERS -> "";
      case LIST -> " | "; // there may be blanks within
      default -> " ";
    };
  }

  /** Returns the id of a token, {@link #UNKNOWN} if the vocabulary lacks it. */
  public int id(String token) {
    int known = knownId(token);
    return known < 0 ? UNKNOWN : known;
  }

  /** Returns the id of one of a text's tokens. */
  int id(TokenSpans spans, int token) {
    int place = known().place(spans, token);
    return place < 0 ? UNKNOWN : FIRST + place;
  }

  private Vocabulary known() {
    return (Vocabulary) vocabulary; // the constructor sees to it
  }

  /** Returns the tokens of a text, not more than a row may have. */
  public List<String> tokens(String text) {
    TokenSpans spans = new TokenSpans();
    spans.cut(this, text);
    return spans.tokens();
  }
}
