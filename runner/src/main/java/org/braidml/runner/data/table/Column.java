package org.braidml.runner.data.table;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One column of text; null where a value is missing. Immutable. */
public final class Column {

  private final int size;
  private final IntFunction<@Nullable String> values;
  private final Optional<IntFunction<double @Nullable []>> series;

  private Column(int size, IntFunction<@Nullable String> values) {
    this(size, values, Optional.empty());
  }

  private Column(
      int size,
      IntFunction<@Nullable String> values,
      Optional<IntFunction<double @Nullable []>> series) {
    this.size = size;
    this.values = values;
    this.series = series;
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

  /**
   * A column of series, each of which is a JSON array as text: who wants numbers need not read it.
   *
   * @param size how many rows there are
   * @param series the numbers of a row, NaN where missing; null if the row has none
   */
  public static Column ofSeries(int size, IntFunction<double @Nullable []> series) {
    IntFunction<@Nullable String> values =
        row -> {
          double[] numbers = series.apply(row);
          return numbers == null ? null : JsonSeries.of(numbers);
        };
    return new Column(size, values, Optional.of(series));
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

  /** Returns the numbers of rows, if it is a column of series; for a row without one null. */
  public Optional<IntFunction<double @Nullable []>> series() {
    return series;
  }

  /** Returns a hash of the value of a row, such that equal values have equal ones. */
  int hashOf(int row) {
    return series.isPresent() ? hash(series.get().apply(row)) : Objects.hashCode(get(row));
  }

  /** Mixes all bits: those of small whole numbers differ in their upper ones alone. */
  private static int hash(double @Nullable [] numbers) {
    if (numbers == null) {
      return 0;
    }
    long hash = 1;
    for (double number : numbers) {
      hash = (hash ^ Double.doubleToLongBits(number)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  /**
   * Returns whether two rows have the same value: both none, or the same text. Series are compared
   * by the bits of their numbers, all NaN being one, which is to compare their texts.
   */
  public boolean areEqual(int row, int other) {
    return series.isPresent()
        ? Arrays.equals(series.get().apply(row), series.get().apply(other))
        : Objects.equals(get(row), get(other));
  }

  /** Returns some of the rows, in order; the array is not copied. */
  public Column only(int[] rows) {
    return new Column(
        rows.length, row -> get(rows[row]), series.map(numbers -> row -> numbers.apply(rows[row])));
  }

  /** Returns this column with another's rows after its own. */
  Column then(Column other) {
    return new Column(
        size + other.size,
        row -> row < size ? get(row) : other.get(row - size),
        series.flatMap(
            one ->
                other.series.map(
                    two -> row -> row < size ? one.apply(row) : two.apply(row - size))));
  }
}
