package org.braidml.runner.study.plan;

import java.util.List;
import java.util.stream.LongStream;
import org.braidml.runner.study.config.ComparedRows;

/**
 * What a study will do and how it will be analysed; written down before the first trial.
 *
 * @param format of this record
 * @param braid the version that planned
 * @param name of the study
 * @param base the experiment file
 * @param overrides what is laid over the base in every variant, {@code key = value} each
 * @param metric what variants are compared by
 * @param higherIsBetter whether more of it is better
 * @param compare the rows on which they are compared
 * @param baseline the variant that others are compared with
 * @param comparisons the variants that are compared with it, in order
 * @param test in words
 * @param alpha the chance of any false alarm
 * @param seeds of each variant
 * @param firstSeed the first of them
 * @param resplit whether each seed draws another split
 * @param jobs trials at a time
 * @param javaOptions of every trial
 * @param pluginFolders further folders of plug-ins, as absolute paths
 * @param axes the names of what is varied
 * @param variants in order, references last
 * @param untuned settings that are equal in all variants, {@code key = value} each
 * @param notes what a reader should know
 * @param folds into how many the rows are dealt, each of which tests once in every so many seeds; 0
 *     for none
 */
public record StudyPlan(
    int format,
    String braid,
    String name,
    String base,
    List<String> overrides,
    String metric,
    boolean higherIsBetter,
    ComparedRows compare,
    String baseline,
    List<String> comparisons,
    String test,
    double alpha,
    int seeds,
    long firstSeed,
    boolean resplit,
    int jobs,
    List<String> javaOptions,
    List<String> pluginFolders,
    List<String> axes,
    List<PlannedVariant> variants,
    List<String> untuned,
    List<String> notes,
    int folds) {

  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /** Returns the seeds, in order. */
  public List<Long> seedList() {
    return LongStream.range(firstSeed, firstSeed + seeds).boxed().toList();
  }

  /** Returns whether trials split the rows differently, and therefore share some of them. */
  public boolean resampled() {
    return resplit || folds > 0;
  }

  /** Returns what a trial of a variant is called, in the plural: {@code seeds} or {@code folds}. */
  public String unit() {
    return folds > 0 ? "folds" : "seeds";
  }

  /**
   * Returns how often a variant runs: {@code 10 seeds}, {@code 10 folds} or {@code 2 x 5 folds}.
   */
  public String runs() {
    return (folds > 0 && seeds > folds ? seeds / folds + " x " + folds : seeds) + " " + unit();
  }

  /** Returns which fold tests with a seed, from 1; 0 without folds. */
  public int fold(long seed) {
    return folds == 0 ? 0 : (int) ((seed - firstSeed) % folds) + 1;
  }

  /** Returns how many times the rows were dealt to folds before a seed; 0 without folds. */
  public int repetition(long seed) {
    return folds == 0 ? 0 : (int) ((seed - firstSeed) / folds);
  }

  /** Returns the variants that the study is about, without references. */
  public List<PlannedVariant> compared() {
    return variants.stream().filter(variant -> !variant.reference()).toList();
  }

  /** Returns how many trials there are. */
  public int trials() {
    return variants.size() * seeds;
  }
}
