package org.braidml.runner.data.table;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One column of text; null where a value is missing. Immutable. */
public final class Column {

  private final int size;
  private final IntFunction<@Nullable String> values;

  private Column(int size, IntFunction<@Nullable String> values) {
    this.size = size;
    this.values = values;
  }

  /** A column of these values, in the order of the rows. */
  public static Column of(@Nullable String... values) {
    @Nullable String[] kept = values.clone();
    return new Column(kept.length, row -> kept[row]);
  }

  /**
   * A column whose values are made each time they are read, so that they take no room.
   *
   * @param size how many rows there are
   * @param values the value of a row, always the same
   */
  public static Column computed(int size, IntFunction<@Nullable String> values) {
    return new Column(size, values);
  }

  /** Returns how many rows there are. */
  public int size() {
    return size;
  }

  /** Returns the value of a row, or null where it is missing. */
  public @Nullable String get(int row) {
    return values.apply(row);
  }

  /** Returns the value of a row, or the empty text where it is missing. */
  public String textOf(int row) {
    String value = get(row);
    return value == null ? "" : value;
  }

  /** Returns this column with another's rows after its own. */
  Column then(Column other) {
    return new Column(size + other.size, row -> row < size ? get(row) : other.get(row - size));
  }
}
