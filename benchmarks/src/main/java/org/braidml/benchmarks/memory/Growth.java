package org.braidml.benchmarks.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How memory grew in one loop of steps, after the first thousand steps.
 *
 * @param loop what was trained, on which engine
 * @param slope of resident memory, in kilobytes a step
 * @param from resident kilobytes after the first thousand steps
 * @param to resident kilobytes at the end
 * @param least kilobytes seen
 * @param most kilobytes seen
 * @param fewest arrays seen
 * @param mostArrays seen
 */
record Growth(
    String loop,
    double slope,
    double from,
    double to,
    double least,
    double most,
    int fewest,
    int mostArrays) {

  /** Kilobytes a step that are endured. */
  static final int MOST = 2;

  static final String HEADER =
      """
      | steps of | slope, KB a step | resident after 1,000 steps, MB | at the end | least | most | arrays | |
      |---|---|---|---|---|---|---|---|""";

  private static final int SETTLED = 1000;

  static Growth of(String loop, MemorySteps.Look[] all) {
    List<MemorySteps.Look> looks =
        Arrays.stream(all).filter(look -> look.step() > SETTLED).toList();
    List<Double> at = looks.stream().map(look -> (double) look.step()).toList();
    List<Double> values = looks.stream().map(MemorySteps.Look::kilobytes).toList();
    return new Growth(
        loop,
        Slope.of(at, values),
        values.get(0),
        values.get(values.size() - 1),
        values.stream().mapToDouble(v -> v).min().orElseThrow(),
        values.stream().mapToDouble(v -> v).max().orElseThrow(),
        looks.stream().mapToInt(MemorySteps.Look::arrays).min().orElseThrow(),
        looks.stream().mapToInt(MemorySteps.Look::arrays).max().orElseThrow());
  }

  boolean flat() {
    return slope < MOST && fewest == mostArrays;
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | **%.3f** | %.1f | %.1f | %.1f | %.1f | %s | %s |",
        loop,
        slope,
        from / 1024,
        to / 1024,
        least / 1024,
        most / 1024,
        fewest == mostArrays ? fewest + " each time" : fewest + " to " + mostArrays,
        flat() ? "reached" : "**missed**");
  }
}
