package org.braidml.runner.data.table;

/** A series as a JSON array. */
final class JsonSeries {

  private JsonSeries() {}

  /** Returns the numbers as text, null for NaN. */
  static String of(double[] numbers) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < numbers.length; i++) {
      text.append(i == 0 ? "" : ",");
      if (Double.isNaN(numbers[i])) {
        text.append("null");
      } else {
        text.append(numbers[i]);
      }
    }
    return text.append(']').toString();
  }
}
