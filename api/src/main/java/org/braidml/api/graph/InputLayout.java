package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.StaticSpec;
import org.braidml.api.graph.InputSlot.Part;
import org.braidml.api.nn.Lookup;

/** Which arrays the root of a model reads, in which order, and how batches become them. */
public final class InputLayout {

  private final Map<String, FieldSpec> fields;
  private final List<InputSlot> slots;

  InputLayout(Map<String, FieldSpec> fields) {
    this.fields = new TreeMap<>(fields);
    List<InputSlot> made = new ArrayList<>();
    this.fields.values().forEach(field -> addSlots(field, made));
    this.slots = List.copyOf(made);
  }

  private static void addSlots(FieldSpec field, List<InputSlot> slots) {
    if (field instanceof FieldSpec.Statics statics) {
      if (!statics.spec().numeric().isEmpty()) {
        slots.add(new InputSlot(field.name(), Part.NUMERIC));
      }
      if (!statics.spec().categories().isEmpty()) {
        slots.add(new InputSlot(field.name(), Part.CATEGORIES));
      }
      return;
    }
    slots.add(
        new InputSlot(field.name(), field instanceof FieldSpec.Tokens ? Part.IDS : Part.VALUES));
    slots.add(new InputSlot(field.name(), Part.LENGTHS));
  }

  /** Returns the arrays in their order. */
  public List<InputSlot> slots() {
    return slots;
  }

  /** Returns the fields that the model reads. */
  public Map<String, FieldSpec> fields() {
    return Map.copyOf(fields);
  }

  /**
   * Makes the arrays of a batch, after checking shapes and ids on the host.
   *
   * @param manager owns the arrays
   * @param batch holds every field that the model reads
   * @throws IllegalArgumentException if a field is missing, of another kind or width, or an id is
   *     out of range
   */
  public NDList arrays(NDManager manager, Batch batch) {
    fields.values().forEach(field -> check(field, batch));
    NDList list = new NDList(slots.size());
    for (InputSlot slot : slots) {
      list.add(array(manager, batch.size(), slot, batch.field(slot.field())));
    }
    return list;
  }

  private static NDArray array(NDManager manager, int size, InputSlot slot, FieldData data) {
    return switch (slot.part()) {
      case IDS -> {
        FieldData.Ids ids = (FieldData.Ids) data;
        yield manager.create(longs(ids.ids()), new Shape(size, ids.time()));
      }
      case VALUES -> {
        FieldData.Values values = (FieldData.Values) data;
        yield manager.create(values.values(), new Shape(size, values.time(), values.width()));
      }
      case LENGTHS -> manager.create(longs(data.steps().lengths()));
      case NUMERIC -> {
        float[] numeric = ((FieldData.Statics) data).numeric();
        yield manager.create(numeric, new Shape(size, numeric.length / size));
      }
      case CATEGORIES -> {
        int[] ids = ((FieldData.Statics) data).categories();
        yield manager.create(longs(ids), new Shape(size, ids.length / size));
      }
    };
  }

  private static void check(FieldSpec field, Batch batch) {
    FieldData data = batch.field(field.name());
    if (field instanceof FieldSpec.Tokens tokens && data instanceof FieldData.Ids ids) {
      requireCount(field, ids.ids().length, batch.size() * ids.time());
      Lookup.checkIds(ids.ids(), tokens.vocabulary(), "field " + field.name());
    } else if (field instanceof FieldSpec.Values spec && data instanceof FieldData.Values values) {
      requireCount(field, values.values().length, batch.size() * values.time() * spec.width());
    } else if (field instanceof FieldSpec.Statics spec && data instanceof FieldData.Statics row) {
      requireCount(field, row.numeric().length, batch.size() * spec.spec().numeric().size());
      checkCategories(field, spec.spec().categories(), row.categories(), batch.size());
    } else {
      throw new IllegalArgumentException(
          "field " + field.name() + " is " + field + ", the batch holds " + data.getClass());
    }
  }

  private static void checkCategories(
      FieldSpec field, List<StaticSpec.Category> categories, int[] ids, int size) {
    requireCount(field, ids.length, size * categories.size());
    for (int column = 0; column < categories.size(); column++) {
      int[] one = new int[size];
      for (int row = 0; row < size; row++) {
        one[row] = ids[row * categories.size() + column];
      }
      StaticSpec.Category category = categories.get(column);
      Lookup.checkIds(one, category.size(), "category " + category.name());
    }
  }

  private static void requireCount(FieldSpec field, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "field "
              + field.name()
              + " holds "
              + found
              + " numbers in a batch, expected "
              + expected);
    }
  }

  private static long[] longs(int[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = values[i];
    }
    return longs;
  }
}
