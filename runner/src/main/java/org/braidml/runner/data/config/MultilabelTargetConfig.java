package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * Any number of several labels.
 *
 * @param column the column: in each row the labels that it has, between delimiters or as a JSON
 *     array; empty for none; or
 * @param delimiter what stands between the labels
 * @param columns columns of truths, one a label, whose names are the labels
 */
@Id("multilabel")
public record MultilabelTargetConfig(
    Optional<String> column, String delimiter, List<String> columns) implements TargetConfig {

  /** Refuses both forms, and neither. */
  public MultilabelTargetConfig {
    columns = List.copyOf(columns);
    if (column.isPresent() == !columns.isEmpty()) {
      throw new IllegalArgumentException("labels stand in one column, or in columns of truths");
    }
    if (columns.size() == 1) {
      throw new IllegalArgumentException("one column of truths is a target of kind binary");
    }
  }

  @Override
  public Optional<String> sourceColumn() {
    return column;
  }

  @Override
  public List<String> sourceColumns() {
    return column.map(List::of).orElse(columns);
  }
}
