package org.braidml.runner.data.fit;

import java.util.List;
import java.util.OptionalInt;
import org.braidml.api.graph.FieldSpec;
import org.braidml.runner.data.config.Truncate;

/**
 * Text as a sequence of parts of words, by a tokenizer that was made elsewhere. Its ids are the
 * model's, nothing is learnt from the training rows; padded steps have the id 0, whatever that is,
 * and count for nothing.
 *
 * @param column the column
 * @param tokenizer cuts texts
 * @param specialTokens whether the tokens that it adds to every text stand there too
 * @param maxLength the most tokens of a row, special ones included
 * @param truncate which end of the text of a longer row is cut off; special tokens stay
 */
public record FittedSubwords(
    String column,
    SubwordTokenizer tokenizer,
    boolean specialTokens,
    int maxLength,
    Truncate truncate)
    implements FittedText {

  @Override
  public List<String> sourceColumns() {
    return List.of(column);
  }

  @Override
  public FittedSubwords uncut() {
    return new FittedSubwords(column, tokenizer, specialTokens, Integer.MAX_VALUE, truncate);
  }

  @Override
  public FieldSpec spec(String name) {
    return new FieldSpec.Tokens(name, vocabulary().size(), OptionalInt.empty());
  }

  @Override
  public List<String> vocabulary() {
    return tokenizer.vocabulary();
  }

  @Override
  public int firstId() {
    return 0;
  }

  @Override
  public int[] ids(String text) {
    return tokenizer.ids(text, specialTokens, maxLength, truncate);
  }

  @Override
  public String between() {
    return " ";
  }
}
