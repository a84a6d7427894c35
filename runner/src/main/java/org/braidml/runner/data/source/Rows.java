package org.braidml.runner.data.source;

import java.util.List;
import java.util.Map;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Table;

/**
 * The rows of a source.
 *
 * @param table the rows
 * @param parts where files give sides apart: for each row the file's side, {@link Side#TRAIN} for
 *     the main file; otherwise empty
 */
public record Rows(Table table, List<Side> parts) {

  public Rows {
    parts = List.copyOf(parts);
  }

  /** Rows of one file, or made ones. */
  public static Rows of(Table table) {
    return new Rows(table, List.of());
  }

  /** Returns how many rows each given side has; empty if no side is given. */
  public Map<Side, Long> given() {
    return parts.stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                side -> side,
                () -> new java.util.EnumMap<>(Side.class),
                java.util.stream.Collectors.counting()));
  }
}
