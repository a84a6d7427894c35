package org.braidml.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;

/**
 * The arrays that the bare loop makes of a batch.
 *
 * @param sequence the field of numbers or ids
 * @param statics the field of numbers beside it, empty for none
 * @param target what is to be learnt
 */
record BareArrays(String sequence, String statics, TargetSpec target) {

  /** Returns the inputs of {@link BareBlock}. */
  NDList data(NDManager manager, Batch batch) {
    NDList data = new NDList(sequence(manager, field(batch, sequence), batch.size()));
    if (!statics.isEmpty() && field(batch, statics) instanceof FieldData.Statics read) {
      data.add(manager.create(read.numeric(), rows(batch.size(), read.numeric().length)));
    }
    return data;
  }

  /**
   * Returns class ids, or numbers scaled, as the loss reads them: it knows no step without a
   * target, which has class 0 here.
   */
  NDArray labels(NDManager manager, Batch batch) {
    float[] values = of(batch.targets(), target.name()).clone();
    if (target.kind() == TargetSpec.Kind.MULTICLASS) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.isNaN(values[i]) ? 0 : values[i];
      }
      return manager.create(values);
    }
    return target.scaled(manager.create(values, new Shape(values.length, 1)));
  }

  private static NDArray sequence(NDManager manager, FieldData field, int size) {
    if (field instanceof FieldData.Values values) {
      return manager.create(values.values(), new Shape(size, values.time(), values.width()));
    }
    if (field instanceof FieldData.Ids ids) {
      NDArray array = manager.create(ids.ids(), new Shape(size, ids.time()));
      return array.toType(DataType.INT64, false);
    }
    throw new IllegalArgumentException("statics are no sequence");
  }

  private static Shape rows(int size, int numbers) {
    return new Shape(size, numbers / size);
  }

  private static FieldData field(Batch batch, String name) {
    return of(batch.fields(), name);
  }

  private static <T> T of(Map<String, T> all, String name) {
    T one = all.get(name);
    if (one == null) {
      throw new IllegalArgumentException("the batch lacks " + name);
    }
    return one;
  }
}
