package org.braidml.runner.data.config;

import java.util.List;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * Text as a sequence of words.
 *
 * @param column the column
 * @param tokenizer how text is cut
 * @param lowercase whether letters lose their case
 * @param minCount how often a word stands in the training rows at least; rarer ones are unknown
 * @param maxVocabulary the most ids, padding and unknown included; the most frequent words are kept
 * @param maxLength the most words of a row
 * @param truncate which end of a longer row is cut off
 */
@Id("text")
public record TextFieldConfig(
    String column,
    Tokenizer tokenizer,
    boolean lowercase,
    @Range(min = 1) int minCount,
    @Range(min = 3) int maxVocabulary,
    @Range(min = 1) int maxLength,
    Truncate truncate)
    implements FieldConfig {

  @Override
  public List<String> sourceColumns() {
    return List.of(column);
  }
}
