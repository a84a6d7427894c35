package org.braidml.runner.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.runner.data.config.CountTargetConfig;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.window.Windows;

/** What a number was at the last step of a window: what a forecast has to be better than. */
final class LastValues {

  private LastValues() {}

  /**
   * Reads the values of some rows.
   *
   * @param cut the windows
   * @param rows rows that have one
   * @param problems takes what is wrong
   * @return one number a row, in the unit of the source, by target; of numbers and counts whose
   *     column is among those that windows gather
   */
  static Map<String, float[]> of(
      DataConfig config, Windows.Windowed cut, int[] rows, Problems problems) {
    Map<String, float[]> values = new HashMap<>();
    int[] last = IntStream.of(rows).map(row -> cut.last()[row]).toArray();
    config
        .allTargets()
        .forEach(
            (name, target) ->
                gathered(config.windows(), target)
                    .map(
                        column ->
                            NumberColumn.of(
                                cut.table(), column, "data.windows.series", last, problems))
                    .ifPresent(numbers -> values.put(name, floats(numbers))));
    return values;
  }

  private static Optional<String> gathered(Optional<WindowsConfig> windows, TargetConfig target) {
    boolean number =
        target instanceof RegressionTargetConfig || target instanceof CountTargetConfig;
    return number
        ? target
            .sourceColumn()
            .filter(column -> windows.stream().anyMatch(w -> w.series().contains(column)))
        : Optional.empty();
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
