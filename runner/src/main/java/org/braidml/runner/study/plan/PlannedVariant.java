package org.braidml.runner.study.plan;

import java.util.List;
import java.util.Map;

/**
 * A variant as the plan keeps it.
 *
 * @param name how it is called
 * @param folder of its trials
 * @param reference whether it is a simple model that is not compared
 * @param labels the value of each axis, by axis
 * @param sets what it sets, by key, as HOCON
 * @param own settings that only some variants have and that nothing in the study sets, {@code key =
 *     value} each: they stand as the base or the defaults have them, and were not tuned
 * @param seedOffset added to every seed of its trials
 */
public record PlannedVariant(
    String name,
    String folder,
    boolean reference,
    Map<String, String> labels,
    Map<String, String> sets,
    List<String> own,
    long seedOffset) {}
