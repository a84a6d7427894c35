package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * Static features: numbers and categories of one row.
 *
 * @param numeric the columns of numbers
 * @param category the columns of categories; {@code true} and {@code false} are categories too
 * @param booleans the columns of truths: true, yes, t, y, 1 and their contraries, in any case
 * @param dates the columns of dates, as 2012-07-01 or 2012-07-01 13:30
 * @param dateParts what of a date counts: each part but the year becomes sine and cosine
 * @param minCount how often a category stands in the training rows at least; rarer ones are taken
 *     for unseen
 * @param scaling how numbers are scaled
 * @param clip the greatest absolute value of a scaled number; absent: none is clipped
 * @param missing what stands in for a missing number
 * @param constant the number that stands in for a missing one if {@code missing} is constant
 * @param indicators whether a number that some training rows lack gets a second one that is 1 where
 *     it is missing
 */
@Id("static")
public record StaticFieldConfig(
    List<String> numeric,
    List<String> category,
    List<String> booleans,
    List<String> dates,
    List<DatePart> dateParts,
    @Range(min = 1) int minCount,
    Scaling scaling,
    @Range(min = 0, aboveMin = true) Optional<Double> clip,
    MissingNumber missing,
    double constant,
    boolean indicators)
    implements FieldConfig {

  public StaticFieldConfig {
    numeric = List.copyOf(numeric);
    category = List.copyOf(category);
    booleans = List.copyOf(booleans);
    dates = List.copyOf(dates);
    dateParts = List.copyOf(dateParts);
    if (numeric.isEmpty() && category.isEmpty() && booleans.isEmpty() && dates.isEmpty()) {
      throw new IllegalArgumentException(
          "a static field names at least one column, in numeric, category, booleans or dates");
    }
    if (!dates.isEmpty() && dateParts.isEmpty()) {
      throw new IllegalArgumentException("dates need date-parts: nothing else of them is read");
    }
    missing.requireScalable(scaling, constant);
    if (missing == MissingNumber.FORWARD) {
      throw new IllegalArgumentException(
          "missing = forward repeats the last step of a series; static features have no steps");
    }
  }

  @Override
  public List<String> sourceColumns() {
    return Stream.of(numeric, category, booleans, dates).flatMap(List::stream).toList();
  }

  /** Returns whether it makes numbers, not categories alone. */
  public boolean hasNumbers() {
    return !numeric.isEmpty() || !booleans.isEmpty() || !dates.isEmpty();
  }
}
