package org.braidml.runner.study.plan;

import java.util.List;
import java.util.Map;

/**
 * An axis that was understood.
 *
 * @param name how it is called
 * @param path where it stands in the study file, for messages
 * @param settings its values, in order
 * @param when by the name of an axis before it: with which of its values this one varies
 */
record Axis(String name, String path, List<Setting> settings, Map<String, List<String>> when) {

  /** Returns whether it varies beside these values of the axes before it. */
  boolean appliesTo(Map<String, String> labels) {
    return when.entrySet().stream()
        .allMatch(entry -> entry.getValue().contains(labels.getOrDefault(entry.getKey(), "")));
  }
}
