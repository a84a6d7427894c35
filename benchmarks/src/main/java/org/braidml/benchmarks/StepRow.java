package org.braidml.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One line of the table.
 *
 * @param label engine, threads and shape
 * @param numbers in the order of {@link #HEADER}
 */
record StepRow(String label, double[] numbers) {

  static final String HEADER =
      "| engine, threads, shape | bare DJL, ms | Braid, ms | ratio of medians | median of block"
          + " ratios | their quartiles | ratio of processor time | Braid, rows of T/2 to T steps, ms | loss of bare DJL |"
          + " loss of Braid |\n|---|---|---|---|---|---|---|---|---|---|";

  private static final String MARK = "row\t";

  /** Tells this row to the process that started this one. */
  String encode() {
    return MARK
        + label
        + Arrays.stream(numbers).mapToObj(n -> "\t" + n).collect(Collectors.joining());
  }

  static boolean encoded(String line) {
    return line.startsWith(MARK);
  }

  static StepRow decode(String line) {
    String[] parts = line.split("\t");
    return new StepRow(
        parts[1], Arrays.stream(parts).skip(2).mapToDouble(Double::parseDouble).toArray());
  }

  /** Returns the row of a Markdown table. */
  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | **%.3f** | %.3f | %.3f to %.3f | %.3f | %.3f | %.6f | %.6f |",
        label,
        numbers[0],
        numbers[1],
        numbers[1] / numbers[0],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        numbers[8]);
  }
}
