package org.braidml.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the attention of one encoder weighed, in some rows. Weights say where the pooling looks, not
 * why the model decides.
 *
 * @param encoder its name
 * @param field the field that it reads
 * @param examples some rows
 * @param check what the prediction does when steps are taken away; null where no row could be
 *     checked
 */
public record Attention(
    String encoder, String field, List<Example> examples, @Nullable Check check) {

  /**
   * One row.
   *
   * @param row of the source, from 0
   * @param said what the model predicted, and what was true if that is known
   * @param tokens the text of each step; empty for a series of numbers
   * @param between what stands between tokens: a blank, or nothing between characters
   * @param series the numbers of each channel, scaled, step after step; empty for text
   * @param weights of the steps, adding up to 1
   */
  public record Example(
      int row,
      String said,
      List<String> tokens,
      String between,
      List<List<Double>> series,
      List<Double> weights) {}

  /**
   * How far the prediction moves when a fifth of the steps is taken away: the mean of the absolute
   * change, of the probability of the decided class, or of the number in its unit.
   *
   * @param head whose prediction it is
   * @param classes whether it is a probability that moves
   * @param rows how many rows were checked
   * @param most without the most attended steps
   * @param least without the least attended
   * @param random without random ones, the mean of several draws
   * @param low the lower end of the 95 % t interval over rows of most less random
   * @param high its upper end
   */
  public record Check(
      String head,
      boolean classes,
      int rows,
      double most,
      double least,
      double random,
      double low,
      double high) {}
}
