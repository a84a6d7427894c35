package org.braidml.runner.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.runner.experiment.Layer;

/**
 * One combination of values.
 *
 * @param labels the value of each axis that varies in it, by axis, in the order of the axes
 * @param layers what the values set, a later one wins
 * @param seedOffset added to every seed, the sum over the values
 */
record Cell(Map<String, String> labels, List<Layer> layers, long seedOffset) {

  /** Returns every combination of the axes' values, the last axis varying fastest. */
  static List<Cell> grid(List<Axis> axes) {
    List<Cell> cells = List.of(new Cell(Map.of(), List.of(), 0));
    for (Axis axis : axes) {
      List<Cell> more = new ArrayList<>();
      for (Cell cell : cells) {
        if (axis.appliesTo(cell.labels)) {
          axis.settings().forEach(setting -> more.add(cell.with(axis, setting)));
        } else {
          more.add(cell);
        }
      }
      cells = more;
    }
    return cells;
  }

  private Cell with(Axis axis, Setting setting) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(axis.name(), setting.label());
    List<Layer> more = new ArrayList<>(layers);
    setting.layer().ifPresent(more::add);
    return new Cell(all, List.copyOf(more), seedOffset + setting.seedOffset());
  }

  /** Returns the labels, joined. */
  String name() {
    return String.join("/", labels.values());
  }

  /** Returns whether another cell differs from this one in the value of this axis alone. */
  boolean differsOnlyIn(String axis, Cell other) {
    Map<String, String> mine = new LinkedHashMap<>(labels);
    Map<String, String> theirs = new LinkedHashMap<>(other.labels);
    String here = mine.remove(axis);
    String there = theirs.remove(axis);
    return here != null && there != null && !here.equals(there) && mine.equals(theirs);
  }
}
