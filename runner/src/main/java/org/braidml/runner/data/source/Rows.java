package org.braidml.runner.data.source;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.runner.data.RefusedRow;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Table;

/**
 * The rows of a source.
 *
 * @param table the rows
 * @param parts where files give sides apart: for each row the file's side, {@link Side#TRAIN} for
 *     the main file; otherwise empty
 * @param refused records that were left out, in order
 */
public record Rows(Table table, List<Side> parts, List<RefusedRow> refused) {

  public Rows {
    parts = List.copyOf(parts);
    refused = List.copyOf(refused);
  }

  /** Rows of which none was left out. */
  public Rows(Table table, List<Side> parts) {
    this(table, parts, List.of());
  }

  /** Rows of one file, or made ones. */
  public static Rows of(Table table) {
    return new Rows(table, List.of());
  }

  /** Returns some of the rows, in order. */
  public Rows only(int[] rows) {
    return new Rows(
        table.only(rows),
        parts.isEmpty() ? parts : IntStream.of(rows).mapToObj(parts::get).toList(),
        refused);
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
