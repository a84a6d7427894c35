package org.braidml.runner.data.profile;

import java.util.stream.IntStream;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedSequence;
import org.braidml.runner.data.fit.UncutSteps;
import org.braidml.runner.data.table.Table;

/**
 * How many rows of a field are cut because they have more steps than it takes.
 *
 * @param most the most steps of a row
 * @param end which end of a longer row is cut off
 * @param rows how many rows are longer
 * @param longest how many steps the longest of them has before it is cut; 0 if no row is longer
 */
public record Truncation(int most, Truncate end, int rows, int longest) {

  /** Counts the examples of a field that are cut; reads only the rows of those that may be. */
  static Truncation of(FittedSequence field, String name, Table table, Examples examples) {
    int[] lengths = examples.lengths(name);
    int[] longer =
        IntStream.range(0, lengths.length)
            .filter(example -> lengths[example] == field.maxLength())
            .map(examples::row)
            .map(UncutSteps.of(field, table)::in)
            .filter(steps -> steps > field.maxLength())
            .toArray();
    int longest = IntStream.of(longer).max().orElse(0);
    return new Truncation(field.maxLength(), field.truncate(), longer.length, longest);
  }
}
