package org.braidml.api.metric;

/** Metrics of predicted numbers. */
final class Errors {

  private Errors() {}

  static double rmse(Scores scores) {
    return Math.sqrt(squared(scores) / scores.size());
  }

  static double mae(Scores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += Math.abs((double) scores.predictions()[i][0] - scores.targets()[i]);
    }
    return sum / scores.size();
  }

  static double r2(Scores scores) {
    if (constant(scores.targets())) {
      return Double.NaN;
    }
    double sum = 0;
    for (float target : scores.targets()) {
      sum += target;
    }
    double mean = sum / scores.size();
    double total = 0;
    for (float target : scores.targets()) {
      total += (target - mean) * (target - mean);
    }
    return 1 - squared(scores) / total;
  }

  /** Of a prediction that is not above 0 it is not defined. */
  static double poissonDeviance(Scores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      double y = scores.targets()[i];
      double mean = scores.predictions()[i][0];
      if (!(mean > 0)) {
        return Double.NaN;
      }
      sum += 2 * ((y == 0 ? 0 : y * Math.log(y / mean)) - y + mean);
    }
    return sum / scores.size();
  }

  /** Asked of the targets themselves: the sum of squares around a rounded mean is seldom 0. */
  private static boolean constant(float[] targets) {
    for (float target : targets) {
      if (target != targets[0]) {
        return false;
      }
    }
    return true;
  }

  private static double squared(Scores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      double difference = (double) scores.predictions()[i][0] - scores.targets()[i];
      sum += difference * difference;
    }
    return sum;
  }
}
