package org.braidml.runner.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page's script draws a chart from, as JSON. */
sealed interface ChartData {

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

    static Axis free(String name) {
      return new Axis(name, null, null, false);
    }

    static Axis share(String name) {
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
}
