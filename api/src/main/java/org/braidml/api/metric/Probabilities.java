package org.braidml.api.metric;

/** Metrics of probabilities. */
final class Probabilities {

  private static final int BINS = 10;

  /** As float32 distinguishes probabilities from 0; also what scikit-learn clips float32 by. */
  private static final double LEAST = Math.ulp(1f);

  private Probabilities() {}

  static double ofClass(float[] prediction, int k) {
    if (prediction.length == 1) {
      return k == 1 ? prediction[0] : 1.0 - prediction[0];
    }
    return prediction[k];
  }

  static double logLoss(Scores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      double p = scores.ofTruth(i);
      sum -= Math.log(Math.min(1 - LEAST, Math.max(LEAST, p)));
    }
    return sum / scores.size();
  }

  static double brier(Scores scores) {
    double sum = 0;
    int classes = scores.classes();
    for (int i = 0; i < scores.size(); i++) {
      for (int k = 0; k < classes; k++) {
        int outcome = k == (int) scores.targets()[i] ? 1 : 0;
        double difference = ofClass(scores.predictions()[i], k) - outcome;
        sum += difference * difference;
      }
    }
    return sum / (classes == 2 ? 2 : 1) / scores.size();
  }

  static double calibrationError(Scores scores) {
    double[] confidence = new double[BINS];
    double[] right = new double[BINS];
    for (int i = 0; i < scores.size(); i++) {
      double p = scores.ofDecided(i);
      int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(p * BINS) - 1));
      confidence[bin] += p;
      right[bin] += scores.decided(i) == (int) scores.targets()[i] ? 1 : 0;
    }
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(confidence[bin] - right[bin]);
    }
    return sum / scores.size();
  }
}
