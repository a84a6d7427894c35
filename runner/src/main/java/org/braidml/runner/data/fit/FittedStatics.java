package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.StaticSpec;
import org.braidml.api.graph.FieldSpec;

/**
 * Static features.
 *
 * @param numbers the columns of numbers; their indicators follow after all of them
 * @param categories the columns of categories
 */
public record FittedStatics(List<Numeric> numbers, List<Category> categories)
    implements FittedField {

  public FittedStatics {
    numbers = List.copyOf(numbers);
    categories = List.copyOf(categories);
  }

  @Override
  public List<String> sourceColumns() {
    return Stream.concat(
            numbers.stream().map(Numeric::column), categories.stream().map(Category::column))
        .distinct()
        .toList();
  }

  @Override
  public FieldSpec spec(String name) {
    List<String> names = new ArrayList<>();
    numbers.forEach(number -> names.add(number.reading().named(number.column())));
    indicated().forEach(number -> names.add(number.column() + " missing"));
    return new FieldSpec.Statics(
        new StaticSpec(
            name,
            names,
            categories.stream().map(c -> new StaticSpec.Category(c.column(), c.size())).toList()));
  }

  /** Returns the numbers that have an indicator, in order. */
  public List<Numeric> indicated() {
    return numbers.stream().filter(Numeric::indicator).toList();
  }

  /**
   * A column of numbers.
   *
   * @param column the column
   * @param reading how its text becomes a number
   * @param scale its scale
   * @param indicator whether a second number is 1 where this one is missing, 0 elsewhere
   */
  public record Numeric(String column, NumberReading reading, Scale scale, boolean indicator) {}

  /**
   * A column of categories. Id 0 stands for a value that the training rows lack or that is too rare
   * in them; 1 for a missing value if the training rows have any; then come the values.
   *
   * @param column the column
   * @param missing whether the training rows have missing values
   * @param values the values of the training rows, in order
   */
  public record Category(String column, boolean missing, List<String> values) {

    public Category {
      values = List.copyOf(values);
    }

    /** Returns how many ids there are. */
    public int size() {
      return first() + values.size();
    }

    /** Returns the id of the first value. */
    public int first() {
      return missing ? 2 : 1;
    }
  }
}
