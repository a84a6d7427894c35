package org.braidml.runner.study.config;

import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;

/**
 * A study: variants of one experiment, each run with the same seeds.
 *
 * @param base the experiment file, relative to the folder of the study file
 * @param metric what variants are compared by
 * @param baseline the variant that every other one is compared with
 * @param compare the rows on which they are compared
 * @param seeds runs of each variant
 * @param firstSeed the first seed; the others follow it
 * @param resplit whether each seed draws another split, too
 * @param folds into how many folds the rows are dealt, each of which tests once in every so many
 *     seeds; absent: the split stays
 * @param alpha the chance of any false alarm that is put up with
 * @param jobs trials at a time
 * @param references simple models that are trained beside the variants
 * @param javaOptions options for the Java of every trial
 * @param set keys that every variant sets
 * @param axes what is varied; every combination is a variant; or
 * @param variants the variants by name
 */
@Defaults("study")
public record StudyConfig(
    String base,
    String metric,
    String baseline,
    ComparedRows compare,
    @Range(min = 2, max = 1000) int seeds,
    long firstSeed,
    boolean resplit,
    @Range(min = 2, max = 1000) Optional<Integer> folds,
    @Range(min = 0, aboveMin = true, max = 0.5) double alpha,
    @Range(min = 1, max = 1024) int jobs,
    List<Reference> references,
    List<String> javaOptions,
    Optional<ConfigValue> set,
    List<AxisConfig> axes,
    List<AlternativeConfig> variants) {}
