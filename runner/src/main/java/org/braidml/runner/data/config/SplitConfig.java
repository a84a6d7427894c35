package org.braidml.runner.data.config;

import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;

/**
 * Which rows train, validate and test. The seed is the split's own: another seed of the model
 * leaves the split alone.
 *
 * @param seed the seed of the shuffle
 * @param validation the share of validation rows
 * @param test the share of test rows
 * @param shuffle whether rows are drawn at random; if not, the file's first rows train and its last
 *     rows test
 * @param stratify whether each class is split in the same shares; needs {@code shuffle} and a
 *     target with classes
 * @param column a column that says {@code train}, {@code validation} or {@code test}
 */
@Defaults("data.split")
public record SplitConfig(
    long seed,
    @Range(min = 0, max = 1, belowMax = true) double validation,
    @Range(min = 0, max = 1, belowMax = true) double test,
    boolean shuffle,
    boolean stratify,
    Optional<String> column) {

  public SplitConfig {
    if (validation + test >= 1) {
      throw new IllegalArgumentException(
          "validation and test take all rows: their sum is below 1, so that some are left to train");
    }
  }

  /** The same shares, drawn by another seed. */
  public SplitConfig withSeed(long other) {
    return new SplitConfig(other, validation, test, shuffle, stratify, column);
  }
}
