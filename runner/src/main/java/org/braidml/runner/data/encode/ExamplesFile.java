package org.braidml.runner.data.encode;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.data.store.Primitive;
import org.braidml.runner.data.store.SectionReader;
import org.braidml.runner.data.store.SectionWriter;

/** How examples stand in a file. */
final class ExamplesFile {

  private static final int IDS = 1;
  private static final int VALUES = 2;
  private static final int STATICS = 3;

  private ExamplesFile() {}

  /** Writes examples. */
  record Writing(SectionWriter to) {

    void examples(
        int[] rows,
        Map<String, EncodedField> fields,
        Map<String, float[]> targets,
        Map<String, EncodedSteps> steps)
        throws IOException {
      to.ints(rows);
      to.number(fields.size());
      for (Map.Entry<String, EncodedField> field : new TreeMap<>(fields).entrySet()) {
        to.text(field.getKey());
        field(field.getValue());
      }
      to.number(targets.size());
      for (Map.Entry<String, float[]> target : new TreeMap<>(targets).entrySet()) {
        to.text(target.getKey());
        to.floats(target.getValue());
      }
      to.number(steps.size());
      for (Map.Entry<String, EncodedSteps> target : new TreeMap<>(steps).entrySet()) {
        to.text(target.getKey());
        to.text(target.getValue().field());
        to.numbers(Primitive.FLOAT, target.getValue().flat());
        to.longs(target.getValue().offsets());
      }
    }

    private void field(EncodedField field) throws IOException {
      if (field instanceof EncodedIds ids) {
        to.number(IDS);
        to.numbers(Primitive.INT, ids.flat());
        to.longs(ids.offsets());
      } else if (field instanceof EncodedValues values) {
        to.number(VALUES);
        to.numbers(Primitive.FLOAT, values.flat());
        to.longs(values.offsets());
        to.number(values.width());
        to.number(values.fixedLength());
      } else if (field instanceof EncodedStatics statics) {
        to.number(STATICS);
        to.floats(statics.numeric());
        to.number(statics.numbers());
        to.ints(statics.categories());
        to.number(statics.kinds());
      }
    }
  }

  /** Reads examples. */
  record Reading(SectionReader from) {

    Examples examples() throws IOException {
      int[] rows = from.ints();
      Map<String, EncodedField> fields = new HashMap<>();
      for (int left = from.count(); left > 0; left--) {
        fields.put(from.text(), field());
      }
      Map<String, float[]> targets = new HashMap<>();
      for (int left = from.count(); left > 0; left--) {
        targets.put(from.text(), from.floats());
      }
      Map<String, EncodedSteps> steps = new HashMap<>();
      for (int left = from.count(); left > 0; left--) {
        steps.put(
            from.text(),
            new EncodedSteps(from.text(), from.numbers(Primitive.FLOAT), from.longs()));
      }
      return new Examples(rows, fields, targets, steps);
    }

    private EncodedField field() throws IOException {
      int kind = from.count();
      return switch (kind) {
        case IDS -> new EncodedIds(from.numbers(Primitive.INT), from.longs());
        case VALUES ->
            new EncodedValues(
                from.numbers(Primitive.FLOAT), from.longs(), from.count(), from.count());
        case STATICS -> new EncodedStatics(from.floats(), from.count(), from.ints(), from.count());
        default -> throw new IOException("no field is of kind " + kind);
      };
    }
  }
}
