package org.braidml.merge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvectors of a covariance matrix with the greatest eigenvalues.
 *
 * @param components {@code (size, width)} in the order of the axes: a unit vector a row, the
 *     greatest eigenvalue first; of each, the number greatest in absolute value, the first of
 *     equals, is positive
 * @param share of the variance that they hold, 0 to 1
 */
record PrincipalComponents(double[] components, double share) {

  /** Decomposes a covariance matrix. */
  static PrincipalComponents of(Covariance covariance, int size) {
    int width = covariance.width();
    DMatrixRMaj matrix = new DMatrixRMaj(width, width);
    double total = 0;
    for (int i = 0; i < width; i++) {
      total += covariance.at(i, i);
      for (int j = 0; j < width; j++) {
        matrix.set(i, j, covariance.at(i, j));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!Double.isFinite(total) || !eigen.decompose(matrix)) {
      throw new IllegalStateException(
          "no principal components: the covariance of the encodings sums up to " + total);
    }
    List<Integer> greatest =
        IntStream.range(0, width)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> eigen.getEigenvalue(i).getReal())
                    .reversed())
            .limit(size)
            .toList();
    double[] components = new double[size * width];
    double held = 0;
    for (int row = 0; row < size; row++) {
      int index = greatest.get(row);
      held += eigen.getEigenvalue(index).getReal();
      double[] vector = eigen.getEigenVector(index).getData();
      double sign = Math.signum(greatestInAbsoluteValue(vector));
      for (int j = 0; j < width; j++) {
        components[row * width + j] = sign * vector[j];
      }
    }
    return new PrincipalComponents(components, total == 0 ? 1 : held / total);
  }

  private static double greatestInAbsoluteValue(double[] vector) {
    double greatest = 0;
    for (double value : vector) {
      if (Math.abs(value) > Math.abs(greatest)) {
        greatest = value;
      }
    }
    return greatest;
  }

  /** Returns {@code -W mean}, which centres what the components are applied to. */
  double[] bias(double[] mean) {
    double[] bias = new double[components.length / mean.length];
    for (int i = 0; i < components.length; i++) {
      bias[i / mean.length] -= components[i] * mean[i % mean.length];
    }
    return bias;
  }
}
