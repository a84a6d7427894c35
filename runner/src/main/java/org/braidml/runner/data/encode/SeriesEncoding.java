package org.braidml.runner.data.encode;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.Logarithms;
import org.braidml.runner.data.fit.Scale;
import org.braidml.runner.data.fit.SeriesRows;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Series to scaled numbers. */
final class SeriesEncoding {

  private SeriesEncoding() {}

  /** The longest array that every machine makes. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  static EncodedValues of(
      FittedSeries field, String key, Table table, int[] rows, Problems problems) {
    SeriesRows series = SeriesRows.read(field, key, table, rows, problems);
    tooLong(field, series, key, table, rows, problems);
    int[] offsets = new int[rows.length + 1];
    int width = field.width();
    long steps = IntStream.of(rows).mapToLong(series::length).sum();
    Optional<Problem> tooMany = tooMany(steps, width, key);
    if (tooMany.isPresent()) {
      problems.add(tooMany.get());
      return new EncodedValues(new float[0], offsets, width, field.length());
    }
    for (int i = 0; i < rows.length; i++) {
      offsets[i + 1] = offsets[i] + series.length(rows[i]);
    }
    Logarithms.tell(
        key,
        String.join(", ", field.sourceColumns()),
        table,
        rows,
        i -> {
          double[] row = series.row(rows[i]);
          return IntStream.range(0, row.length)
              .filter(j -> !field.scales().get(j % series.width()).takes(row[j]))
              .mapToDouble(j -> row[j])
              .findFirst()
              .orElse(Double.NaN);
        },
        problems);
    float[] flat = new float[offsets[rows.length] * width];
    for (int i = 0; i < rows.length; i++) {
      double[] row = series.row(rows[i]);
      for (int j = 0; j < row.length; j++) {
        int channel = j % series.width();
        int step = (offsets[i] + j / series.width()) * width;
        Scale scale = field.scales().get(channel);
        boolean repeated = field.forward() && Double.isNaN(row[j]) && j >= series.width();
        flat[step + channel] = repeated ? flat[step + channel - width] : scale.scaled(row[j]);
        if (field.observed()) {
          flat[step + series.width() + channel] = Double.isNaN(row[j]) ? 0 : 1;
        }
      }
    }
    return new EncodedValues(flat, offsets, width, field.length());
  }

  /** One array holds all steps of a field; more than it can are refused, not miscounted. */
  static Optional<Problem> tooMany(long steps, int width, String key) {
    if (steps <= MOST / width) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.at(key)
            .what(
                String.format(
                    Locale.ROOT,
                    "%,d steps of %,d numbers each, and a field holds no more than %,d numbers",
                    steps,
                    width,
                    MOST))
            .remedy("give fewer rows, or a smaller max-length")
            .build());
  }

  /**
   * A model whose boxes may count on one length takes no longer row, and none is cut in silence.
   */
  private static void tooLong(
      FittedSeries field,
      SeriesRows series,
      String key,
      Table table,
      int[] rows,
      Problems problems) {
    int length = field.fixedLength().orElse(Integer.MAX_VALUE);
    int[] longer = IntStream.of(rows).filter(row -> series.length(row) > length).toArray();
    if (longer.length > 0) {
      problems.add(
          Problem.at(key + ".max-length")
              .what(
                  "a series has "
                      + series.length(longer[0])
                      + " steps, where every training row has "
                      + length
                      + NumberColumn.more(longer.length - 1))
              .where(table.where(longer[0]))
              .remedy("train with max-length = " + length + ", which cuts longer rows"));
    }
  }
}
