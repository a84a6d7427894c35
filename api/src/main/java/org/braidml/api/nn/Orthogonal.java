package org.braidml.api.nn;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** Random orthonormal matrices, uniform over the orthogonal group. */
final class Orthogonal {

  private Orthogonal() {}

  static double[] values(Shape shape, RandomGenerator random) {
    int dimensions = shape.dimension();
    if (dimensions < 2) {
      throw new IllegalArgumentException(
          "an orthogonal start needs two dimensions or more, given " + shape);
    }
    int rows = Math.toIntExact(shape.get(dimensions - 2));
    int columns = Math.toIntExact(shape.get(dimensions - 1));
    double[] all = new double[Math.toIntExact(shape.size())];
    for (int at = 0; at < all.length; at += rows * columns) {
      write(all, at, rows, columns, random);
    }
    return all;
  }

  private static void write(double[] all, int at, int rows, int columns, RandomGenerator random) {
    boolean wide = rows <= columns;
    double[][] basis = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        all[at + r * columns + c] = wide ? basis[r][c] : basis[c][r];
      }
    }
  }

  /** Gram and Schmidt, modified, twice ("twice is enough"): rows stay orthogonal to rounding. */
  private static double[][] orthonormal(int count, int width, RandomGenerator random) {
    double[][] rows = new double[count][width];
    for (int i = 0; i < count; i++) {
      double[] row = rows[i];
      for (int j = 0; j < width; j++) {
        row[j] = Streams.gaussian(random);
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < i; k++) {
          add(row, rows[k], -dot(row, rows[k]));
        }
      }
      double norm = StrictMath.sqrt(dot(row, row));
      for (int j = 0; j < width; j++) {
        row[j] /= norm;
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static void add(double[] row, double[] other, double factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] += factor * other[j];
    }
  }
}
