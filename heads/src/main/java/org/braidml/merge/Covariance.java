package org.braidml.merge;

/**
 * The mean and the covariance of rows that come in parts, in double precision. Each row moves the
 * mean, and the sums of products are of distances from it, so that a mean far from 0 costs no
 * digits: B. P. Welford, Note on a method for calculating corrected sums of squares and products,
 * 1962.
 */
final class Covariance {

  private final int width;
  private final double[] mean;
  private final double[] products;
  private final double[] before;
  private long rows;

  Covariance(int width) {
    this.width = width;
    this.mean = new double[width];
    this.before = new double[width];
    this.products = new double[width * width];
  }

  /** Takes in rows, {@code (B, width)} in the order of their axes. */
  void add(double[] values) {
    for (int start = 0; start < values.length; start += width) {
      rows++;
      for (int j = 0; j < width; j++) {
        before[j] = values[start + j] - mean[j];
        mean[j] += before[j] / rows;
      }
      for (int i = 0; i < width; i++) {
        double after = values[start + i] - mean[i];
        for (int j = i; j < width; j++) {
          products[i * width + j] += after * before[j];
        }
      }
    }
  }

  int width() {
    return width;
  }

  double[] mean() {
    return mean.clone();
  }

  /** Returns the covariance of two columns, over the number of rows less 1; 0 of a single row. */
  double at(int i, int j) {
    int cell = Math.min(i, j) * width + Math.max(i, j);
    return rows < 2 ? 0 : products[cell] / (rows - 1);
  }
}
