package org.braidml.api;

import java.util.List;

/**
 * What is known of a static field before any array exists: {@code S} numbers and {@code K}
 * categories.
 *
 * @param name the field
 * @param numeric the names of the numbers, {@code S} of them
 * @param categories the categories, {@code K} of them
 */
public record StaticSpec(String name, List<String> numeric, List<Category> categories) {

  public StaticSpec {
    numeric = List.copyOf(numeric);
    categories = List.copyOf(categories);
    if (numeric.isEmpty() && categories.isEmpty()) {
      throw new IllegalArgumentException("a static field has at least one number or category");
    }
  }

  /**
   * One category column.
   *
   * @param name the column
   * @param size how many ids there are: ids lie in {@code [0, size)}; id 0 stands for values that
   *     the training rows do not hold
   */
  public record Category(String name, int size) {}
}
