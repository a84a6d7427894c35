package org.braidml.api.run;

import java.util.List;
import java.util.Map;

/**
 * What a report shows of single rows.
 *
 * @param lengths how long the sequences of each field are on each side
 * @param classes how many rows of each side are of each class
 * @param worst the rows that a head was most wrong on, by head, the worst first
 * @param attention what attention weighed, one part an encoder that has weights
 */
public record RunDetails(
    List<Lengths> lengths,
    List<ClassRows> classes,
    Map<String, List<WorstRow>> worst,
    List<Attention> attention) {

  /** Nothing to show. */
  public static final RunDetails NONE = new RunDetails(List.of(), List.of(), Map.of(), List.of());

  /**
   * The lengths of one field on one side, in steps.
   *
   * @param median the middle one
   */
  public record Lengths(String field, String side, int shortest, int median, int longest) {}

  /**
   * The rows of one class.
   *
   * @param rows by side
   */
  public record ClassRows(String target, String label, Map<String, Long> rows) {}

  /**
   * A row that was predicted wrong.
   *
   * @param row of the source, from 0
   * @param actual what was true
   * @param predicted what was said
   * @param error the probability that was not given to the true class, or the absolute error
   * @param inputs what the model read, by field: text as its tokens, series as their length
   */
  public record WorstRow(
      int row, String actual, String predicted, double error, Map<String, String> inputs) {}
}
