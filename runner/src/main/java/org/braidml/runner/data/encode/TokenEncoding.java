package org.braidml.runner.data.encode;

import java.util.Arrays;
import java.util.List;
import org.braidml.runner.data.fit.FittedTokens;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** Text to ids. */
final class TokenEncoding {

  private TokenEncoding() {}

  static EncodedIds of(FittedTokens field, Table table, int[] rows) {
    Column texts = table.column(field.column());
    int[] flat = new int[Math.max(16, rows.length * 16)];
    int[] offsets = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      List<String> tokens = field.tokens(texts.textOf(rows[i]));
      int end = offsets[i] + tokens.size();
      flat = end > flat.length ? Arrays.copyOf(flat, Math.max(end, flat.length * 2)) : flat;
      for (int t = 0; t < tokens.size(); t++) {
        flat[offsets[i] + t] = field.id(tokens.get(t));
      }
      offsets[i + 1] = end;
    }
    return new EncodedIds(Arrays.copyOf(flat, offsets[rows.length]), offsets);
  }
}
