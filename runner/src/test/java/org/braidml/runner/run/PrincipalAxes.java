package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

/** What principal components are, checked without an eigenvalue solver. */
final class PrincipalAxes {

  private PrincipalAxes() {}

  static double[] row(float[] values, int from, int width) {
    return IntStream.range(0, width).mapToDouble(i -> values[from + i]).toArray();
  }

  /**
   * Unit vectors at right angles; what they give has mean 0, no covariance and falling variances;
   * and no direction that they leave out has more variance than the last of them.
   */
  static void require(double[][] x, float[] weight, float[] bias) {
    int size = bias.length;
    int width = x[0].length;
    double[][] covariance = covariance(x, width);
    double last = Double.POSITIVE_INFINITY;
    double[] sums = new double[size];
    for (int k = 0; k < size; k++) {
      double[] w = row(weight, k * width, width);
      double[] mapped = times(covariance, w);
      double variance = dot(w, mapped);
      assertThat(variance).as("variance " + k).isLessThanOrEqualTo(last + 1e-7);
      last = variance;
      for (int j = 0; j < width; j++) {
        assertThat(mapped[j]).as("C w = l w").isCloseTo(variance * w[j], within(1e-5));
      }
      for (int other = 0; other < size; other++) {
        double angle = dot(w, row(weight, other * width, width));
        assertThat(angle).as(k + " and " + other).isCloseTo(k == other ? 1 : 0, within(1e-5));
      }
      for (double[] each : x) {
        sums[k] += (dot(w, each) + bias[k]) / x.length;
      }
      assertThat(sums[k]).as("mean " + k).isCloseTo(0, within(1e-5));
    }
    assertThat(greatestVarianceBeside(covariance, weight, size)).isLessThan(last + 1e-5);
  }

  private static double[][] covariance(double[][] x, int width) {
    double[] mean = new double[width];
    for (double[] each : x) {
      for (int j = 0; j < width; j++) {
        mean[j] += each[j] / x.length;
      }
    }
    double[][] covariance = new double[width][width];
    for (double[] each : x) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] += (each[i] - mean[i]) * (each[j] - mean[j]) / (x.length - 1);
        }
      }
    }
    return covariance;
  }

  /** Takes the components out of the covariance, and finds its greatest eigenvalue by powers. */
  private static double greatestVarianceBeside(double[][] covariance, float[] weight, int size) {
    int width = covariance.length;
    for (int k = 0; k < size; k++) {
      double[] w = row(weight, k * width, width);
      double variance = dot(w, times(covariance, w));
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] -= variance * w[i] * w[j];
        }
      }
    }
    double[] v = IntStream.range(0, width).mapToDouble(i -> 1 + i * 0.1).toArray();
    for (int i = 0; i < 200; i++) {
      double[] next = times(covariance, v);
      double norm = Math.sqrt(dot(next, next));
      v = IntStream.range(0, width).mapToDouble(j -> next[j] / Math.max(norm, 1e-30)).toArray();
    }
    return dot(v, times(covariance, v));
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return IntStream.range(0, vector.length).mapToDouble(i -> dot(matrix[i], vector)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
