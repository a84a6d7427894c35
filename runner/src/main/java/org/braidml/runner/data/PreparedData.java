package org.braidml.runner.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.split.SharedRows;
import org.braidml.runner.data.split.Split;

/**
 * Data that is ready for training.
 *
 * @param features what was learnt from the training rows
 * @param split which rows are for what
 * @param shared rows of one side that equal those of another
 * @param notes what the user is to know of the rows, a sentence each
 * @param refused the rows that were left out, if that was asked for
 * @param testContents the SHA-256 of what the test rows hold
 * @param train the training examples
 * @param validation the validation examples, perhaps none
 * @param test the test examples, perhaps none
 * @param lastValues by target, what it was at the last step of the window of each test example, in
 *     its own unit; of targets whose column windows gather
 */
public record PreparedData(
    FittedFeatures features,
    Split split,
    SharedRows shared,
    List<String> notes,
    List<RefusedRow> refused,
    String testContents,
    Examples train,
    Examples validation,
    Examples test,
    Map<String, float[]> lastValues) {

  public PreparedData {
    notes = List.copyOf(notes);
    refused = List.copyOf(refused);
    lastValues = Map.copyOf(lastValues);
  }

  /** Returns the same data with more notes. */
  public PreparedData with(List<String> more) {
    List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
    return new PreparedData(
        features, split, shared, all, refused, testContents, train, validation, test, lastValues);
  }
}
