package org.braidml.runner.study.stats;

import java.util.Arrays;
import org.braidml.runner.data.RandomStream;

/**
 * The permutation test of a mean difference: under the hypothesis each difference could as well
 * have the other sign (R. A. Fisher, "The Design of Experiments", 1935, section 21). Exact, over
 * all 2^n signs, up to 20 differences; beyond, over 99,999 drawn ones and the seen one.
 */
public final class SignFlip {

  private static final int EXACT = 20;
  private static final int DRAWN = 99_999;
  private static final double TIES = 1e-12;

  private SignFlip() {}

  /** Returns the two-sided p-value. */
  public static double p(double... differences) {
    double bound = Math.abs(Arrays.stream(differences).sum());
    double scale = Arrays.stream(differences).map(Math::abs).sum();
    double least = bound - TIES * scale;
    return differences.length <= EXACT ? exact(differences, least) : drawn(differences, least);
  }

  private static double exact(double[] differences, double least) {
    long signs = 1L << differences.length;
    long extreme = 0;
    for (long flips = 0; flips < signs; flips++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += ((flips >> i) & 1) == 0 ? differences[i] : -differences[i];
      }
      extreme += Math.abs(sum) >= least ? 1 : 0;
    }
    return (double) extreme / signs;
  }

  private static double drawn(double[] differences, double least) {
    RandomStream stream = RandomStream.of(differences.length, DRAWN);
    long extreme = 1;
    for (int draw = 0; draw < DRAWN; draw++) {
      double sum = 0;
      for (double difference : differences) {
        sum += stream.nextLong() < 0 ? difference : -difference;
      }
      extreme += Math.abs(sum) >= least ? 1 : 0;
    }
    return (double) extreme / (DRAWN + 1);
  }
}
