package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.FieldSpec;

/**
 * All that was learnt from the training rows before any model. A bundle keeps it as a readable
 * document ({@link FeaturesJson}).
 *
 * @param format the format of the document, 1
 * @param fields the fields, by name
 * @param targets the targets, by name
 */
public record FittedFeatures(
    int format, SortedMap<String, FittedField> fields, SortedMap<String, FittedTarget> targets) {

  /** The format that is written. */
  public static final int FORMAT = 1;

  public FittedFeatures {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
  }

  /** Returns what a model needs to know of its inputs, in the order of their names. */
  public List<FieldSpec> fieldSpecs() {
    return fields.entrySet().stream().map(e -> e.getValue().spec(e.getKey())).toList();
  }

  /** Returns what heads need to know of their targets, in the order of their names. */
  public List<TargetSpec> targetSpecs() {
    return targets.entrySet().stream().map(e -> e.getValue().spec(e.getKey())).toList();
  }

  /** Returns what is to be known of the fields, a sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    fields.forEach(
        (name, field) -> {
          if (field instanceof FittedSubwords subwords) {
            notes.add(name + ": " + subwords.tokenizer().told(subwords.specialTokens()));
          }
        });
    return notes;
  }

  /** Returns the columns that the fields read. */
  public Set<String> inputColumns() {
    Set<String> columns = new LinkedHashSet<>();
    fields.values().forEach(field -> columns.addAll(field.sourceColumns()));
    return columns;
  }
}
