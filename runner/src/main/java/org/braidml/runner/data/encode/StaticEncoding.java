package org.braidml.runner.data.encode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.fit.FittedStatics;
import org.braidml.runner.data.fit.Logarithms;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Static features to scaled numbers and ids. */
final class StaticEncoding {

  private StaticEncoding() {}

  static EncodedStatics of(
      FittedStatics field, String key, Table table, int[] rows, Problems problems) {
    List<FittedStatics.Numeric> numbers = field.numbers();
    int plain = numbers.size();
    int wide = plain + field.indicated().size();
    float[] numeric = new float[rows.length * wide];
    int indicator = plain;
    for (int n = 0; n < plain; n++) {
      FittedStatics.Numeric number = numbers.get(n);
      double[] values = number.reading().read(table, number.column(), key, rows, problems);
      WrongRows wrong = new WrongRows();
      for (int i = 0; i < rows.length; i++) {
        if (!number.scale().takes(values[i])) {
          wrong.add(rows[i], NumberColumn.text(values[i]));
        }
        numeric[i * wide + n] = number.scale().scaled(values[i]);
        if (number.indicator() && Double.isNaN(values[i])) {
          numeric[i * wide + indicator] = 1;
        }
      }
      Logarithms.tell(key, number.column(), table, wrong, problems);
      indicator += number.indicator() ? 1 : 0;
    }
    return new EncodedStatics(
        numeric, wide, categories(field, table, rows), field.categories().size());
  }

  private static int[] categories(FittedStatics field, Table table, int[] rows) {
    int kinds = field.categories().size();
    int[] ids = new int[rows.length * kinds];
    for (int k = 0; k < kinds; k++) {
      FittedStatics.Category category = field.categories().get(k);
      Map<String, Integer> known = new HashMap<>();
      category.values().forEach(value -> known.put(value, category.first() + known.size()));
      Column column = table.column(category.column());
      for (int i = 0; i < rows.length; i++) {
        String value = column.get(rows[i]);
        ids[i * kinds + k] =
            value != null ? known.getOrDefault(value, 0) : category.missing() ? 1 : 0;
      }
    }
    return ids;
  }
}
