package org.braidml.runner.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page's script draws a chart from, as JSON. */
public sealed interface ChartData {

  /** Returns the name of the drawing function. */
  @JsonProperty("kind")
  String kind();

  /** Returns a point, in five significant digits. */
  static List<Double> point(double x, double y) {
    return List.of(Numbers.rounded(x), Numbers.rounded(y));
  }

  /**
   * An axis of numbers.
   *
   * @param name what it measures
   * @param min where it begins; null to begin near the least value
   * @param max where it ends; null to end near the greatest value
   * @param whole whether only whole numbers are marked
   */
  record Axis(String name, @Nullable Double min, @Nullable Double max, boolean whole) {

    /** An axis whose ends are near its values. */
    public static Axis free(String name) {
      return new Axis(name, null, null, false);
    }

    /** An axis from 0 to 1. */
    public static Axis share(String name) {
      return new Axis(name, 0.0, 1.0, false);
    }
  }

  /** How a line is drawn. */
  enum Stroke {
    SOLID,
    DASHED,
    /** From point to point first up or down, then along. */
    STEP
  }

  /**
   * A line.
   *
   * @param name for the legend
   * @param points pairs of x and y; y may be NaN
   * @param stroke how it is drawn
   * @param dots whether its points are marked
   */
  record Line(String name, List<List<Double>> points, Stroke stroke, boolean dots) {}

  /** A value of the x axis that is marked. */
  record Mark(double x, String label) {}

  /** How many rows fall between two values. */
  record Bin(double from, double to, long rows) {}

  /**
   * Lines over a common axis.
   *
   * @param mark may be null
   * @param bins bars below the lines, over the same x axis; empty for none
   */
  record Lines(Axis x, Axis y, List<Line> lines, @Nullable Mark mark, List<Bin> bins)
      implements ChartData {
    @Override
    public String kind() {
      return "lines";
    }
  }

  /**
   * Counts of classes: actual by decided.
   *
   * @param labels of both sides
   * @param counts row = actual class
   */
  record Matrix(List<String> labels, long[][] counts) implements ChartData {
    @Override
    public String kind() {
      return "matrix";
    }
  }

  /** Points beside the diagonal. */
  record Scatter(Axis x, Axis y, List<List<Double>> points) implements ChartData {
    @Override
    public String kind() {
      return "scatter";
    }
  }

  /** Bars that touch. */
  record Histogram(Axis x, Axis y, List<Bin> bins) implements ChartData {
    @Override
    public String kind() {
      return "histogram";
    }
  }

  /**
   * A row of a chart of intervals.
   *
   * @param label of the row
   * @param points what was measured, small; perhaps none
   * @param mean the large point; NaN for none
   * @param low the lower end of the interval; NaN for none
   * @param high its upper end; NaN for none
   * @param strong whether the row stands out
   */
  record IntervalRow(
      String label, List<Double> points, double mean, double low, double high, boolean strong) {}

  /**
   * Means with their intervals, a row each, the first on top.
   *
   * @param mark a value that the rows are seen against; null for none
   */
  record Intervals(Axis x, List<IntervalRow> rows, @Nullable Mark mark) implements ChartData {
    @Override
    public String kind() {
      return "intervals";
    }
  }

  /**
   * Numbers by the values of two axes.
   *
   * @param x the name of the axis to the right
   * @param y the name of the axis downwards
   * @param columns the values of the first
   * @param rows the values of the second
   * @param values by row and column; NaN where there is none
   * @param higherIsBetter whether the greatest is to stand out, or the least
   */
  record Grid(
      String x,
      String y,
      List<String> columns,
      List<String> rows,
      List<List<Double>> values,
      boolean higherIsBetter)
      implements ChartData {
    @Override
    public String kind() {
      return "grid";
    }
  }

  /** Lines that carry their names at their ends. */
  record Curves(Axis x, Axis y, List<Line> lines) implements ChartData {
    @Override
    public String kind() {
      return "curves";
    }
  }

  /**
   * A point with its name.
   *
   * @param low the lower end of the interval of y; NaN for none
   * @param high its upper end; NaN for none
   * @param strong whether it stands out
   */
  record NamedPoint(String name, double x, double y, double low, double high, boolean strong) {}

  /** Points that carry their names. */
  record Points(Axis x, Axis y, List<NamedPoint> points) implements ChartData {
    @Override
    public String kind() {
      return "points";
    }
  }
}
