package org.braidml.runner.data.fit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.TokensFieldConfig;
import org.braidml.runner.data.table.FileProblems;

/** Reads the tokenizer of a field; there is nothing to learn from rows. */
final class SubwordFitting {

  private static final SubwordTokenizer NONE =
      SubwordTokenizer.of("{\"model\":{\"vocab\":{\"\":0}}}");

  /** Problems of the tokenizer's file, which is none of those that the rows come from. */
  private final Problems problems = new Problems();

  private final Problems all;

  SubwordFitting(Problems problems) {
    this.all = problems;
  }

  FittedSubwords fit(String key, TokensFieldConfig config) {
    Path path = Path.of(config.tokenizer());
    boolean there =
        new FileProblems(key + ".tokenizer", config.tokenizer(), path, problems).readable();
    SubwordTokenizer tokenizer = there ? read(key, config, path) : NONE;
    problems.all().forEach(all::add);
    return new FittedSubwords(
        config.column(), tokenizer, config.specialTokens(), config.maxLength(), config.truncate());
  }

  private SubwordTokenizer read(String key, TokensFieldConfig config, Path path) {
    try {
      SubwordTokenizer tokenizer = SubwordTokenizer.of(Files.readString(path));
      int added = tokenizer.added();
      if (config.specialTokens() && config.maxLength() <= added) {
        problems.add(
            Problem.at(key + ".max-length")
                .value(Integer.toString(config.maxLength()))
                .what("the tokenizer adds " + added + " special tokens to every text")
                .remedy("raise it, or set special-tokens = false"));
      }
      return tokenizer;
    } catch (CharacterCodingException e) {
      return refused(key, path, "the file holds bytes that are not UTF-8");
    } catch (IOException e) {
      return refused(key, path, "the file cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return refused(key, path, String.valueOf(e.getMessage()));
    }
  }

  private SubwordTokenizer refused(String key, Path path, String what) {
    problems.add(
        Problem.at(key + ".tokenizer")
            .value("\"" + path.getFileName() + "\"")
            .what(what)
            .remedy("a tokenizer is a tokenizer.json of Hugging Face, with model and vocabulary"));
    return NONE;
  }
}
