package org.braidml.runner.data.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.CharactersFieldConfig;
import org.braidml.runner.data.config.TextFieldConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** Fits the vocabulary of a text. */
final class TokenFitting {

  private final Table table;
  private final int[] train;
  private final Problems problems;

  TokenFitting(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train;
    this.problems = problems;
  }

  FittedTokens text(String key, TextFieldConfig config) {
    Cut cut =
        switch (config.tokenizer()) {
          case WORD -> Cut.WORD;
          case WHITESPACE -> Cut.WHITESPACE;
          case UNICODE -> Cut.UNICODE;
          case LIST -> Cut.LIST;
        };
    FittedTokens blank =
        new FittedTokens(
            config.column(),
            cut,
            config.lowercase(),
            config.maxLength(),
            config.truncate(),
            List.of());
    ListCheck lists = new ListCheck(table, config.column(), key + ".column");
    return cut == Cut.LIST && !lists.tokens(IntStream.range(0, table.size()), problems)
        ? blank
        : filled(key, blank, config.minCount(), config.maxVocabulary());
  }

  FittedTokens characters(String key, CharactersFieldConfig config) {
    FittedTokens blank =
        new FittedTokens(
            config.column(),
            Cut.CHARACTERS,
            config.lowercase(),
            config.maxLength(),
            config.truncate(),
            List.of());
    return filled(key, blank, config.minCount(), config.maxVocabulary());
  }

  private FittedTokens filled(String key, FittedTokens blank, int minCount, int maxVocabulary) {
    List<String> vocabulary = vocabulary(blank, minCount, maxVocabulary - FittedTokens.FIRST);
    if (vocabulary.isEmpty()) {
      problems.add(
          Problem.at(key + ".min-count")
              .value(String.valueOf(minCount))
              .what(
                  "no token of column \""
                      + blank.column()
                      + "\" is that frequent in the "
                      + train.length
                      + " training rows")
              .remedy("lower it, or look whether the column is the right one"));
    }
    return new FittedTokens(
        blank.column(),
        blank.cut(),
        blank.lowercase(),
        blank.maxLength(),
        blank.truncate(),
        vocabulary);
  }

  private List<String> vocabulary(FittedTokens cutting, int minCount, int most) {
    Column texts = table.column(cutting.column());
    int parts = Runtime.getRuntime().availableProcessors();
    TokenCounts counts =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> counts(cutting, texts, part, parts))
            .reduce(TokenCounts::with)
            .orElseGet(TokenCounts::new);
    return counts.mostFrequent(minCount, most);
  }

  /** Counts the tokens of one part of the training rows. */
  private TokenCounts counts(FittedTokens cutting, Column texts, int part, int parts) {
    TokenCounts counts = new TokenCounts();
    TokenSpans spans = new TokenSpans();
    int to = (int) ((long) train.length * (part + 1) / parts);
    for (int i = (int) ((long) train.length * part / parts); i < to; i++) {
      spans.cut(cutting, texts.textOf(train[i]));
      counts.add(spans);
    }
    return counts;
  }
}
