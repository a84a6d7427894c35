package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * Text as a sequence of parts of words, cut by a tokenizer that was made elsewhere.
 *
 * @param column the column
 * @param tokenizer the tokenizer: a {@code tokenizer.json} of Hugging Face
 * @param specialTokens whether the tokens that it adds to every text stand there too
 * @param maxLength the most tokens of a row, special ones included
 * @param truncate which end of the text of a longer row is cut off; special tokens stay
 */
@Id("tokens")
public record TokensFieldConfig(
    String column,
    String tokenizer,
    boolean specialTokens,
    @Range(min = 1) int maxLength,
    Truncate truncate)
    implements FieldConfig {

  @Override
  public List<String> sourceColumns() {
    return List.of(column);
  }

  @Override
  public Optional<String> file() {
    return Optional.of(tokenizer);
  }

  @Override
  public TokensFieldConfig withFile(String other) {
    return new TokensFieldConfig(column, other, specialTokens, maxLength, truncate);
  }

  @Override
  public TokensFieldConfig absolute(Path folder) {
    return withFile(folder.resolve(tokenizer).normalize().toString());
  }
}
