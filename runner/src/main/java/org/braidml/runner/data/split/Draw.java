package org.braidml.runner.data.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.data.RandomStream;
import org.braidml.runner.data.config.SplitConfig;

/** The drawing of units to sides, in shares or in folds; a function of units and settings alone. */
final class Draw {

  private final SplitConfig config;
  private final List<Side> sides;

  /**
   * A draw.
   *
   * @param config how to draw
   * @param sides is told the sides of rows
   */
  Draw(SplitConfig config, List<Side> sides) {
    this.config = config;
    this.sides = sides;
  }

  /**
   * Draws shares of the rows. The sides' totals stay within one row of theirs where units are rows;
   * each stratum keeps a unit to train.
   */
  void shares(List<List<int[]>> strata, double validation, double test) {
    long seen = 0;
    long tested = 0;
    long validated = 0;
    for (int s = 0; s < strata.size(); s++) {
      List<int[]> units = shuffled(strata.get(s), s);
      seen += units.stream().mapToInt(unit -> unit.length).sum();
      tested += take(units, Math.round(seen * test) - tested, Side.TEST);
      validated += take(units, Math.round(seen * validation) - validated, Side.VALIDATION);
    }
  }

  /** Takes units off the end, each if it brings the count nearer to what is wanted. */
  private int take(List<int[]> units, long wanted, Side side) {
    int taken = 0;
    for (int u = units.size() - 1; u > 0; u--) {
      int[] unit = units.get(u);
      if (taken + unit.length / 2.0 <= wanted) {
        taken += unit.length;
        IntStream.of(unit).forEach(row -> sides.set(row, side));
        units.remove(u);
      }
      if (taken >= wanted) {
        return taken;
      }
    }
    return taken;
  }

  /**
   * Deals all units to folds, the largest first, each to the fold that has the fewest rows of its
   * stratum, and the fewest rows; one fold tests.
   */
  void fold(List<List<int[]>> strata, int folds) {
    long[] rows = new long[folds];
    for (int s = 0; s < strata.size(); s++) {
      List<int[]> units = shuffled(strata.get(s), s);
      units.sort(Comparator.comparingInt(unit -> -unit.length));
      long[] own = new long[folds];
      for (int[] unit : units) {
        int fewest = 0;
        for (int f = 1; f < folds; f++) {
          boolean fewer = own[f] < own[fewest];
          boolean even = own[f] == own[fewest] && rows[f] < rows[fewest];
          fewest = fewer || even ? f : fewest;
        }
        own[fewest] += unit.length;
        rows[fewest] += unit.length;
        if (fewest == config.fold() - 1) {
          IntStream.of(unit).forEach(row -> sides.set(row, Side.TEST));
        }
      }
    }
  }

  private List<int[]> shuffled(List<int[]> units, int stratum) {
    int[] order = IntStream.range(0, units.size()).toArray();
    if (config.shuffle()) {
      RandomStream.of(config.seed(), stratum).shuffle(order);
    }
    List<int[]> shuffled = new ArrayList<>(units.size());
    IntStream.of(order).forEach(unit -> shuffled.add(units.get(unit)));
    return shuffled;
  }
}
