package org.braidml.runner.data.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One column of text; null where a value is missing. Immutable. */
public final class Column {

  private final @Nullable String[] values;

  private Column(@Nullable String[] values) {
    this.values = values;
  }

  /** A column of these values, in the order of the rows. */
  public static Column of(@Nullable String... values) {
    return new Column(values.clone());
  }

  /** Returns how many rows there are. */
  public int size() {
    return values.length;
  }

  /** Returns the value of a row, or null where it is missing. */
  public @Nullable String get(int row) {
    return values[row];
  }

  /** Returns the value of a row, or the empty text where it is missing. */
  public String textOf(int row) {
    String value = values[row];
    return value == null ? "" : value;
  }

  /** Returns this column with another's rows after its own. */
  Column then(Column other) {
    @Nullable String[] all = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    return new Column(all);
  }
}
