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
 *     target with classes; a group counts as of its most frequent class
 * @param column a column that says {@code train}, {@code validation} or {@code test}
 * @param group a column whose values stand for groups: rows of one group are on one side
 * @param groupByFile whether groups of two files are two, whatever their names
 * @param time a column of numbers or dates: the earliest rows train and the latest test, and rows
 *     of one moment are on one side
 * @param validationFrom the moment from which rows validate, instead of a share
 * @param testFrom the moment from which rows test, instead of a share
 * @param folds into how many folds rows are dealt, of which one tests, instead of a share
 * @param fold which of the folds tests, from 1
 */
@Defaults("data.split")
public record SplitConfig(
    long seed,
    @Range(min = 0, max = 1, belowMax = true) double validation,
    @Range(min = 0, max = 1, belowMax = true) double test,
    boolean shuffle,
    boolean stratify,
    Optional<String> column,
    Optional<String> group,
    boolean groupByFile,
    Optional<String> time,
    Optional<String> validationFrom,
    Optional<String> testFrom,
    @Range(min = 2, max = 1000) Optional<Integer> folds,
    @Range(min = 1, max = 1000) int fold) {

  public SplitConfig {
    refuse(
        validation + test >= 1,
        "validation and test take all rows: their sum is below 1, so that some are left to train");
    refuse(
        time.isEmpty() && (validationFrom.isPresent() || testFrom.isPresent()),
        "validation-from and test-from are moments of a column, which time names");
    refuse(
        time.isPresent() && group.isPresent(),
        "time and group contradict each other: a group that lasts would be on two sides");
    refuse(
        folds.isPresent() && (time.isPresent() || column.isPresent()),
        "folds deal rows at random, while time or column already say which rows test");
    refuse(
        time.isPresent() && column.isPresent(),
        "time and column each say which rows test: name one of them");
    refuse(folds.isPresent() && fold > folds.get(), "fold is one of the folds, from 1 to folds");
  }

  private static void refuse(boolean wrong, String what) {
    if (wrong) {
      throw new IllegalArgumentException(what);
    }
  }

  /** The same shares, drawn by another seed. */
  public SplitConfig withSeed(long other) {
    return with(other, folds, fold);
  }

  /**
   * The same seed, but one fold of several tests.
   *
   * @param number how many folds, at least 2
   * @param one which tests, from 1
   */
  public SplitConfig withFold(int number, int one) {
    return with(seed, Optional.of(number), one);
  }

  private SplitConfig with(long otherSeed, Optional<Integer> otherFolds, int otherFold) {
    return new SplitConfig(
        otherSeed,
        validation,
        test,
        shuffle,
        stratify,
        column,
        group,
        groupByFile,
        time,
        validationFrom,
        testFrom,
        otherFolds,
        otherFold);
  }
}
