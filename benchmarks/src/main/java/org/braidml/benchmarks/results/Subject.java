package org.braidml.benchmarks.results;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the table: an experiment file, and what is asked of it.
 *
 * @param name how the table calls it
 * @param file the experiment file, below the project's root
 * @param overrides what the row changes of the file, as {@code --set} takes it
 * @param folds into how many folds the file deals its rows, each of which the seed of its number
 *     tests; 0 for none
 * @param metric the metric on test rows, by the name that the report gives it
 * @param bar what the mean over the seeds must reach; NaN if nothing is asked
 * @param lower whether a lower value is the better one
 */
record Subject(
    String name,
    String file,
    List<String> overrides,
    int folds,
    String metric,
    double bar,
    boolean lower) {

  /** One split. */
  Subject(
      String name, String file, List<String> overrides, String metric, double bar, boolean lower) {
    this(name, file, overrides, 0, metric, bar, lower);
  }

  private static final String BIKE = "examples/bike/bike.conf";

  /** The example of both branches, and each branch alone. */
  static final Subject BOTH = new Subject("bike, both branches", BIKE, List.of(), "rmse", 50, true);

  static final List<Subject> SINGLE =
      List.of(
          new Subject(
              "bike, counts only",
              BIKE,
              List.of("model.encoders.hour=null"),
              "rmse",
              Double.NaN,
              true),
          new Subject(
              "bike, calendar and weather only",
              BIKE,
              List.of("model.encoders.counts=null", "model.encoders.level=null"),
              "rmse",
              Double.NaN,
              true));

  static final List<Subject> ALL =
      List.of(
          new Subject(
              "reviews", "examples/reviews/reviews.conf", List.of(), "roc-auc", 0.94, false),
          new Subject("vowels", "examples/vowels/vowels.conf", List.of(), "accuracy", 0.97, false),
          new Subject("trec", "examples/questions/trec.conf", List.of(), "accuracy", 0.87, false),
          new Subject("sst2", "examples/sentences/sst2.conf", List.of(), "accuracy", 0.77, false),
          new Subject(
              "mr",
              "examples/sentences/movie-reviews.conf",
              List.of(),
              10,
              "accuracy",
              0.755,
              false),
          new Subject(
              "surnames",
              "examples/surnames/surnames.conf",
              List.of(),
              "accuracy",
              Double.NaN,
              false),
          new Subject(
              "gunpoint", "examples/gunpoint/convolutions.conf", List.of(), "accuracy", 0.9, false),
          new Subject(
              "motions", "examples/motions/motions.conf", List.of(), "accuracy", 0.95, false),
          new Subject("power", "examples/power/power.conf", List.of(), "accuracy", 0.95, false),
          new Subject("icu", "examples/icu/icu.conf", List.of(), "roc-auc", 0.85, false),
          new Subject("turbofan", "examples/turbofan/turbofan.conf", List.of(), "rmse", 14.5, true),
          BOTH,
          SINGLE.get(0),
          SINGLE.get(1));

  /** Returns the data set, which other rows may share: the name up to a comma. */
  String set() {
    return name.split(",", 2)[0];
  }

  /** Returns what a seed changes of the file. */
  List<String> overrides(int seed) {
    List<String> sets = new ArrayList<>(overrides);
    sets.add("seed=" + seed);
    if (folds > 0) {
      sets.add("data.split.fold=" + seed);
    }
    return sets;
  }

  /** Returns how many seeds are run where so many are asked for: one a fold. */
  int seeds(int asked) {
    return folds > 0 ? folds : asked;
  }

  boolean hasBar() {
    return !Double.isNaN(bar);
  }

  boolean reached(double mean) {
    return lower ? mean <= bar : mean >= bar;
  }
}
