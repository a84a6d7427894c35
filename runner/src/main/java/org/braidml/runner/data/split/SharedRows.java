package org.braidml.runner.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.runner.data.table.EqualRows;
import org.braidml.runner.data.table.Table;

/**
 * Rows whose inputs all equal those of a row of another side: of a training row, which a model may
 * know by heart, or of a validation row, by which its epoch was chosen.
 *
 * @param validation how many validation rows have the inputs of a training row
 * @param test how many test rows have the inputs of a training row
 * @param testAsValidation how many other test rows have the inputs of a validation row
 */
public record SharedRows(int validation, int test, int testAsValidation) {

  /** Counts them. */
  public static SharedRows of(Table table, Set<String> inputs, Split split) {
    int[] known =
        IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation())).toArray();
    EqualRows equal = new EqualRows(table, inputs, known);
    int trained = split.train().length;
    int[] test = equal.first(split.test());
    return new SharedRows(
        between(0, trained, equal.first(split.validation())),
        between(0, trained, test),
        between(trained, known.length, test));
  }

  private static int between(int from, int to, int[] places) {
    return (int) Arrays.stream(places).filter(place -> place >= from && place < to).count();
  }

  /** Returns what to tell the user, if there are any. */
  public Optional<String> warning() {
    List<String> said = new ArrayList<>();
    if (validation + test > 0) {
      said.add(
          validation
              + " validation and "
              + test
              + " test rows have the same inputs as a training row");
    }
    if (testAsValidation > 0) {
      said.add(
          testAsValidation
              + (testAsValidation == 1 ? " test row has" : " test rows have")
              + " the same inputs as a validation row");
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", and ", said) + ": their scores may flatter");
  }
}
