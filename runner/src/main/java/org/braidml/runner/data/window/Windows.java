package org.braidml.runner.data.window;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.History;
import org.braidml.runner.data.config.TestWindows;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.split.Split;
import org.braidml.runner.data.store.Numbers;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Windows over the rows of a long table. Rows keep their ids; a row without a window is on no side.
 *
 * <p>A window ends {@code horizon} rows before its row, within its file and group. Rows of another
 * side end it, so that what a model is tested on was never in training.
 */
public final class Windows {

  private final WindowsConfig config;
  private final Problems problems;

  /**
   * Windows by their settings.
   *
   * @param config the settings
   * @param problems takes what is wrong
   */
  public Windows(WindowsConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  /** Cuts windows within the sides of a split. */
  public Windowed cut(Rows rows, Split split) {
    @Nullable Side[] sides = new @Nullable Side[rows.table().size()];
    IntStream.of(split.train()).forEach(row -> sides[row] = Side.TRAIN);
    IntStream.of(split.validation()).forEach(row -> sides[row] = Side.VALIDATION);
    IntStream.of(split.test()).forEach(row -> sides[row] = Side.TEST);
    Places places = places(rows.table(), sides);
    Split kept =
        new Split(
            places.kept(split.train()), places.kept(split.validation()), places.kept(split.test()));
    if (kept.train().length == 0) {
      problems.add(
          Problem.at("data.windows.length")
              .value(String.valueOf(config.length()))
              .what(
                  "no training row has "
                      + shortest()
                      + " rows of its side, file and group before it")
              .remedy("lower it, set min-length, or split by time or by group"));
    }
    return new Windowed(table(rows.table(), places), kept, places.last(), note(places));
  }

  /** Cuts windows of rows that are all to be predicted for. */
  public Windowed cut(Rows rows) {
    return cut(rows, Split.of(Collections.nCopies(rows.table().size(), Side.TRAIN)));
  }

  private int shortest() {
    return config.minLength().orElse(config.length());
  }

  private Places places(Table table, @Nullable Side[] sides) {
    List<int[]> groups = SeriesOrder.of(config, table, problems);
    Places places = Places.of(groups, sides.length);
    int begin = 0;
    for (int[] group : groups) {
      int last = -1;
      for (int at = 0; at < group.length; at++) {
        int row = group[at];
        int end = at - config.horizon() + 1;
        int from = Math.max(first(sides, group, at), end - config.length());
        boolean counted = (group.length - 1 - at) % config.stride() == 0;
        if (sides[row] == null || !counted || end - from < shortest()) {
          continue;
        }
        places.from()[row] = begin + from;
        places.count()[row] = end - from;
        if (sides[row] == Side.TEST && config.test() == TestWindows.LAST) {
          places.drop(last);
          last = row;
        }
      }
      begin += group.length;
    }
    return places;
  }

  /** Returns where a window may begin at the earliest, as far as sides go. */
  private int first(@Nullable Side[] sides, int[] group, int at) {
    int first = at;
    int furthest = Math.max(0, at - config.horizon() - config.length());
    while (first > furthest && allowed(sides[group[first - 1]], sides[group[at]])) {
      first--;
    }
    return first;
  }

  private boolean allowed(@Nullable Side step, @Nullable Side target) {
    if (step == null || target == null) {
      return false;
    }
    return config.history() == History.EARLIER ? step.compareTo(target) <= 0 : step == target;
  }

  private Table table(Table table, Places places) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : config.series()) {
      Numbers<double[]> numbers = NumberColumn.many(table, name, "data.windows.series", problems);
      columns.put(
          WindowsConfig.window(name),
          Column.ofSeries(table.size(), row -> places.window(row, numbers)));
    }
    return table.with(columns);
  }

  private String note(Places places) {
    long windows = Arrays.stream(places.count()).filter(count -> count > 0).count();
    return String.format(
        Locale.ROOT,
        "windows: %,d of %,d rows have one; the others have too few rows of their side, file and"
            + " group before them, or are passed over",
        windows,
        places.count().length);
  }

  /**
   * Which rows are in the window of a row.
   *
   * @param ordered all rows, group after group, in the order of time
   * @param from for each row where in that order its window begins
   * @param count for each row how many steps its window has, or 0 if it has none
   */
  private record Places(int[] ordered, int[] from, int[] count) {

    static Places of(List<int[]> groups, int rows) {
      int[] ordered = groups.stream().flatMapToInt(IntStream::of).toArray();
      return new Places(ordered, new int[rows], new int[rows]);
    }

    void drop(int row) {
      if (row >= 0) {
        count[row] = 0;
      }
    }

    /** Returns for each row which row is the last step of its window; -1 if it has none. */
    int[] last() {
      int[] last = new int[count.length];
      Arrays.setAll(last, row -> count[row] == 0 ? -1 : ordered[from[row] + count[row] - 1]);
      return last;
    }

    int[] kept(int[] rows) {
      return IntStream.of(rows).filter(row -> count[row] > 0).toArray();
    }

    double @Nullable [] window(int row, Numbers<double[]> numbers) {
      if (count[row] == 0) {
        return null;
      }
      double[] window = new double[count[row]];
      int done = 0;
      while (done < window.length) {
        int first = from[row] + done;
        int run = 1;
        while (done + run < window.length && ordered[first + run] == ordered[first] + run) {
          run++;
        }
        numbers.copy(ordered[first], window, done, run);
        done += run;
      }
      return window;
    }
  }

  /**
   * A table with windows.
   *
   * @param table the rows, with a column of windows for each that was gathered
   * @param split the sides, without the rows that have no window
   * @param last for each row which row is the last step of its window; -1 if it has none
   * @param note how many rows have one
   */
  public record Windowed(Table table, Split split, int[] last, String note) {}
}
