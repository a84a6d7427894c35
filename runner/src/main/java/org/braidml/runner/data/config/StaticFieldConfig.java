package org.braidml.runner.data.config;

import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.config.Id;

/**
 * Static features: numbers and categories of one row.
 *
 * @param numeric the columns of numbers
 * @param category the columns of categories; {@code true} and {@code false} are categories too
 * @param scaling how numbers are scaled
 * @param missing what stands in for a missing number
 * @param indicators whether a number that some training rows lack gets a second one that is 1 where
 *     it is missing
 */
@Id("static")
public record StaticFieldConfig(
    List<String> numeric,
    List<String> category,
    Scaling scaling,
    MissingNumber missing,
    boolean indicators)
    implements FieldConfig {

  public StaticFieldConfig {
    numeric = List.copyOf(numeric);
    category = List.copyOf(category);
    if (numeric.isEmpty() && category.isEmpty()) {
      throw new IllegalArgumentException(
          "a static field names at least one column, in numeric or in category");
    }
  }

  @Override
  public List<String> sourceColumns() {
    return Stream.concat(numeric.stream(), category.stream()).toList();
  }
}
