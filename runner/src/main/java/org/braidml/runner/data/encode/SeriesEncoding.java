package org.braidml.runner.data.encode;

import org.braidml.runner.data.Problems;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.Scale;
import org.braidml.runner.data.fit.SeriesRows;
import org.braidml.runner.data.table.Table;

/** Series to scaled numbers. */
final class SeriesEncoding {

  private SeriesEncoding() {}

  static EncodedValues of(
      FittedSeries field, String key, Table table, int[] rows, Problems problems) {
    SeriesRows series = SeriesRows.read(field, key, table, problems);
    int[] offsets = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      offsets[i + 1] = offsets[i] + series.length(rows[i]);
    }
    int width = field.width();
    float[] flat = new float[offsets[rows.length] * width];
    for (int i = 0; i < rows.length; i++) {
      double[] row = series.row(rows[i]);
      for (int j = 0; j < row.length; j++) {
        int channel = j % series.width();
        int step = (offsets[i] + j / series.width()) * width;
        Scale scale = field.scales().get(channel);
        flat[step + channel] = scale.scaled(row[j]);
        if (field.observed()) {
          flat[step + series.width() + channel] = Double.isNaN(row[j]) ? 0 : 1;
        }
      }
    }
    return new EncodedValues(flat, offsets, width, field.length());
  }
}
