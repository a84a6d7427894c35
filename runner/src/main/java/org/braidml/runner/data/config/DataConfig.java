package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The data of an experiment.
 *
 * @param source where the rows come from
 * @param split which rows train, validate and test
 * @param windows windows over rows, if each example is to see rows before its own
 * @param fields the named inputs
 * @param target the one target; short for {@code targets.target}
 * @param targets the targets, by name
 * @param weight the column that tells how much a training row counts in the loss; absent: all alike
 */
public record DataConfig(
    SourceConfig source,
    SplitConfig split,
    Optional<WindowsConfig> windows,
    Map<String, FieldConfig> fields,
    Optional<TargetConfig> target,
    Map<String, TargetConfig> targets,
    Optional<String> weight) {

  /** The name of the target that is given by the singular key. */
  public static final String SINGLE_TARGET = "target";

  public DataConfig {
    fields = Map.copyOf(fields);
    targets = Map.copyOf(targets);
    if (split.group().isPresent() && windows.filter(w -> w.group().isEmpty()).isPresent()) {
      throw new IllegalArgumentException(
          "windows without a group may hold rows of two groups of split: name in windows.group"
              + " whose series they are, as \""
              + split.group().get()
              + "\", or a column with one value for all");
    }
  }

  /** The same fields and targets from another source. */
  public DataConfig withSource(SourceConfig other) {
    return new DataConfig(other, split, windows, fields, target, targets, weight);
  }

  /** The same data, all files found from any folder. */
  public DataConfig absolute(Path folder) {
    Map<String, FieldConfig> found = new TreeMap<>(fields);
    found.replaceAll((name, field) -> field.absolute(folder));
    return new DataConfig(source.absolute(folder), split, windows, found, target, targets, weight);
  }

  /** Returns the files that fields read beside the rows, by field. */
  public SortedMap<String, String> filesOfFields() {
    SortedMap<String, String> files = new TreeMap<>();
    fields.forEach((name, field) -> field.file().ifPresent(file -> files.put(name, file)));
    return files;
  }

  /**
   * The same data, fields reading other files beside the rows.
   *
   * @param files by field; a field that is not named reads its own
   */
  public DataConfig withFilesOfFields(Map<String, String> files) {
    Map<String, FieldConfig> found = new TreeMap<>(fields);
    files.forEach((name, file) -> found.computeIfPresent(name, (n, field) -> field.withFile(file)));
    return new DataConfig(source, split, windows, found, target, targets, weight);
  }

  /** The same rows, split otherwise. */
  public DataConfig withSplit(SplitConfig other) {
    return new DataConfig(source, other, windows, fields, target, targets, weight);
  }

  /** Returns the fields in the order of their names. */
  public SortedMap<String, FieldConfig> sortedFields() {
    return new TreeMap<>(fields);
  }

  /** Returns all targets in the order of their names, the singular one included. */
  public SortedMap<String, TargetConfig> allTargets() {
    SortedMap<String, TargetConfig> all = new TreeMap<>(targets);
    target.ifPresent(single -> all.put(SINGLE_TARGET, single));
    return all;
  }

  /** Returns the key of a target, for messages. */
  public String targetKey(String name) {
    return targets.containsKey(name) ? "data.targets." + name : "data.target";
  }
}
