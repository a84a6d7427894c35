package org.braidml.runner.data.encode;

import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.Logarithms;
import org.braidml.runner.data.fit.Scale;
import org.braidml.runner.data.fit.SeriesReader;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Series to scaled numbers, row after row. */
final class SeriesEncoding {

  private final FittedSeries field;
  private final String key;
  private final Table table;
  private final SeriesReader reader;
  private final WrongRows longer = new WrongRows();
  private final WrongRows withoutLogarithm = new WrongRows();

  SeriesEncoding(FittedSeries field, String key, Table table) {
    this.field = field;
    this.key = key;
    this.table = table;
    this.reader = SeriesReader.of(field, key, table);
  }

  /**
   * Encodes rows.
   *
   * @param flat takes the numbers; empty yet
   * @param problems takes what is wrong with the rows
   */
  EncodedValues of(int[] rows, NumbersWriter<float[]> flat, Problems problems) {
    long[] offsets = new long[rows.length + 1];
    int most = field.fixedLength().orElse(Integer.MAX_VALUE);
    for (int i = 0; i < rows.length; i++) {
      double[] numbers = reader.row(rows[i]);
      int length = numbers.length / reader.width();
      offsets[i + 1] = offsets[i] + length;
      if (length > most) {
        longer.add(rows[i], String.valueOf(length));
      }
      check(rows[i], numbers);
      flat.add(scaled(numbers), length * field.width());
    }
    reader.tell(problems);
    tell(most, problems);
    return new EncodedValues(flat.whole(), offsets, field.width(), field.length());
  }

  private void check(int row, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!field.scales().get(i % reader.width()).takes(numbers[i])) {
        withoutLogarithm.add(row, NumberColumn.text(numbers[i]));
        return;
      }
    }
  }

  private float[] scaled(double[] numbers) {
    int channels = reader.width();
    int width = field.width();
    float[] scaled = new float[numbers.length / channels * width];
    int from = 0;
    for (int step = 0; step < scaled.length; step += width) {
      for (int channel = 0; channel < channels; channel++) {
        double number = numbers[from++];
        boolean missing = Double.isNaN(number);
        Scale scale = field.scales().get(channel);
        boolean repeated = field.forward() && missing && step > 0;
        scaled[step + channel] = repeated ? scaled[step + channel - width] : scale.scaled(number);
        if (field.observed()) {
          scaled[step + channels + channel] = missing ? 0 : 1;
        }
      }
    }
    return scaled;
  }

  private void tell(int most, Problems problems) {
    // a model whose boxes may count on one length takes no longer row, and none is cut in silence
    if (longer.any()) {
      problems.add(
          Problem.at(key + ".max-length")
              .what(
                  "a series has %s steps, where every training row has %d%s"
                      .formatted(longer.text(), most, longer.more()))
              .where(table.where(longer.first()))
              .remedy("train with max-length = " + most + ", which cuts longer rows"));
    }
    String columns = String.join(", ", field.sourceColumns());
    Logarithms.tell(key, columns, table, withoutLogarithm, problems);
  }
}
