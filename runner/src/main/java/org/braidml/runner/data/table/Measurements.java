package org.braidml.runner.data.table;

import java.util.List;

/**
 * What measurements in long form hold.
 *
 * @param columns the columns of their files
 * @param delimiter the character between values
 * @param names which files of the folder or archive hold them, as a glob
 * @param single variables that no subject has twice
 * @param series other variables, whose values are all numbers
 * @param texts other variables, of which a value is no number
 * @param last the latest moment; 0 if there is none
 */
public record Measurements(
    LongColumns columns,
    String delimiter,
    String names,
    List<String> single,
    List<String> series,
    List<String> texts,
    double last) {

  public Measurements {
    single = List.copyOf(single);
    series = List.copyOf(series);
    texts = List.copyOf(texts);
  }
}
