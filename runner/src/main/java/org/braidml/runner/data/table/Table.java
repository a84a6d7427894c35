package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows as columns of text, in the order of the source. Knows the place of each row, for messages.
 * Immutable.
 */
public final class Table {

  private final int size;
  private final List<String> names;
  private final Map<String, Column> columns;
  private final SortedMap<Integer, Places> places;

  private Table(
      int size,
      List<String> names,
      Map<String, Column> columns,
      SortedMap<Integer, Places> places) {
    this.size = size;
    this.names = List.copyOf(names);
    this.columns = columns;
    this.places = places;
  }

  /**
   * A table.
   *
   * @param names all columns of the source, of which not all need have been read
   * @param columns the columns that were read, of equal size
   * @param places tells where a row stands
   */
  public static Table of(List<String> names, Map<String, Column> columns, Places places) {
    int size = columns.values().stream().mapToInt(Column::size).max().orElse(0);
    if (columns.values().stream().anyMatch(column -> column.size() != size)) {
      throw new IllegalArgumentException("columns of different sizes");
    }
    SortedMap<Integer, Places> first = new TreeMap<>();
    first.put(0, places);
    return new Table(size, names, new LinkedHashMap<>(columns), first);
  }

  /** Returns how many rows there are. */
  public int size() {
    return size;
  }

  /** Returns the names of all columns of the source. */
  public List<String> names() {
    return names;
  }

  /**
   * Returns a column that was read.
   *
   * @throws IllegalArgumentException if it was not
   */
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("column \"" + name + "\" was not read");
    }
    return column;
  }

  /** Returns where a row stands, as {@code reviews.csv:57}. */
  public String where(int row) {
    int first = file(row);
    Places found = places.get(first);
    return found == null ? "row " + (row + 1) : found.where(row - first);
  }

  /** Returns where a value stands, which may be known better than its row. */
  public String where(int row, String column) {
    int first = file(row);
    Places found = places.get(first);
    return found == null ? where(row) : found.where(row - first, column);
  }

  /**
   * Returns in which file a row stands, as the row with which that file begins: rows of one file
   * stand together.
   */
  public int file(int row) {
    return places.headMap(row + 1).lastKey();
  }

  /** Returns this table with more columns. */
  public Table with(Map<String, Column> more) {
    Map<String, Column> all = new LinkedHashMap<>(columns);
    all.putAll(more);
    List<String> named = new ArrayList<>(names);
    named.addAll(more.keySet());
    return new Table(size, named, all, places);
  }

  /**
   * Returns some of the rows, in order; each keeps its place, and those of a file stay together.
   */
  public Table only(int[] rows) {
    int[] kept = rows.clone();
    Map<String, Column> some = new LinkedHashMap<>();
    columns.forEach((name, column) -> some.put(name, column.only(kept)));
    SortedMap<Integer, Places> parts = new TreeMap<>();
    for (int row = 0; row < kept.length; row++) {
      if (row == 0 || file(kept[row]) != file(kept[row - 1])) {
        parts.put(row, new KeptPlaces(this, kept, row));
      }
    }
    return new Table(kept.length, names, some, parts);
  }

  /** Returns this table with another's rows after its own; both have the same columns. */
  public Table then(Table other) {
    Map<String, Column> joined = new LinkedHashMap<>();
    columns.forEach((name, column) -> joined.put(name, column.then(other.column(name))));
    SortedMap<Integer, Places> all = new TreeMap<>(places);
    other.places.forEach((first, place) -> all.put(size + first, place));
    List<String> shared = new ArrayList<>(names);
    shared.retainAll(other.names);
    return new Table(size + other.size, shared, joined, all);
  }

  /** The places of some rows of a table, from the first of them. */
  private record KeptPlaces(Table table, int[] rows, int first) implements Places {

    @Override
    public String where(int row) {
      return table.where(rows[first + row]);
    }

    @Override
    public String where(int row, String column) {
      return table.where(rows[first + row], column);
    }
  }
}
