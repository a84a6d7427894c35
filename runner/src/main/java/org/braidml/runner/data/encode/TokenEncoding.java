package org.braidml.runner.data.encode;

import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.data.fit.TokenIds;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** Text to ids, in blocks of rows on all processors; the order of rows is kept. */
final class TokenEncoding {

  private static final int BLOCK = 1 << 11;
  private static final int TOGETHER = 16;

  private final FittedText field;
  private final Column texts;
  private final int[] rows;

  private TokenEncoding(FittedText field, Table table, int[] rows) {
    this.field = field;
    this.texts = table.column(field.column());
    this.rows = rows;
  }

  static EncodedIds of(FittedText field, Table table, int[] rows) {
    return new TokenEncoding(field, table, rows).encoded();
  }

  private EncodedIds encoded() {
    NumbersWriter<int[]> flat = new NumbersWriter<>(Primitive.INT);
    long[] offsets = new long[rows.length + 1];
    int blocks = (rows.length + BLOCK - 1) / BLOCK;
    for (int from = 0; from < blocks; from += TOGETHER) {
      int to = Math.min(blocks, from + TOGETHER);
      List<Block> encoded = IntStream.range(from, to).parallel().mapToObj(this::block).toList();
      for (int b = 0; b < encoded.size(); b++) {
        Block block = encoded.get(b);
        int first = (from + b) * BLOCK;
        for (int i = 0; i < block.lengths.length; i++) {
          offsets[first + i + 1] = offsets[first + i] + block.lengths[i];
        }
        flat.add(block.flat, (int) (offsets[first + block.lengths.length] - offsets[first]));
      }
    }
    return new EncodedIds(flat.whole(), offsets);
  }

  private Block block(int number) {
    int first = number * BLOCK;
    int[] lengths = new int[Math.min(BLOCK, rows.length - first)];
    TokenIds ids = new TokenIds(field);
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = ids.add(texts.textOf(rows[first + i]));
    }
    return new Block(ids.ids(), lengths);
  }

  /** The ids of some rows, one after another, and how many each has. */
  private record Block(int[] flat, int[] lengths) {}
}
