package org.braidml.benchmarks.prepare;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Made series of two variables with a label that their level tells: delimited in columns, or in
 * long form, subjects side by side in the order of time. Equal seeds make equal files.
 */
final class MadeSeries {

  /** How many steps a series of the delimited file has. */
  static final int STEPS = 250;

  /** How many steps a series of the long form has. */
  static final int LONG_STEPS = 100;

  private static final int TOGETHER = 50;

  private final SplittableRandom random;

  MadeSeries(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Writes rows with a header as CSV, each with two series. */
  void delimited(Path file, int rows) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,pulse,breath,label\n");
      StringBuilder row = new StringBuilder();
      for (int id = 0; id < rows; id++) {
        int label = random.nextInt(2);
        row.setLength(0);
        row.append(id).append(',');
        series(row, 80 + 4 * label, label);
        row.append(',');
        series(row, 15, label);
        out.append(row.append(',').append(label).append('\n'));
      }
    }
  }

  private void series(StringBuilder to, int level, int label) {
    for (int step = 0; step < STEPS; step++) {
      to.append(step == 0 ? "" : ";");
      number(to, level, step * (1 + label));
    }
  }

  /** Writes subjects with a header as CSV, a row a measurement, and a row for the label. */
  void longForm(Path file, int subjects) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,time,variable,value\n");
      int[] labels = new int[TOGETHER];
      StringBuilder row = new StringBuilder();
      for (int first = 0; first < subjects; first += TOGETHER) {
        for (int i = 0; i < TOGETHER; i++) {
          labels[i] = random.nextInt(2);
          out.append((first + i) + ",0,label," + labels[i] + "\n");
        }
        for (int step = 0; step < LONG_STEPS; step++) {
          for (int i = 0; i < TOGETHER; i++) {
            row.setLength(0);
            row.append(first + i).append(',').append(step).append(",pulse,");
            number(row, 80 + 4 * labels[i], step);
            row.append('\n').append(first + i).append(',').append(step).append(",breath,");
            number(row, 15, step);
            out.append(row.append('\n'));
          }
        }
      }
    }
  }

  /** Appends a number of two decimals about a level; one in 64 is left out. */
  private void number(StringBuilder to, int level, int phase) {
    if (random.nextInt(64) > 0) {
      double wave = level + 3 * Math.sin(phase / 9.0) + 4 * random.nextDouble();
      int hundredths = (int) Math.round(wave * 100);
      to.append(hundredths / 100).append('.').append(hundredths / 10 % 10).append(hundredths % 10);
    }
  }
}
