package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.Lengths;
import org.braidml.api.StaticFeatures;
import org.braidml.api.graph.InputSlot.Part;

/** The arrays of one batch by field, taken from the list that the root of a model reads. */
final class ModelInputs {

  private final Map<InputSlot, NDArray> arrays = new HashMap<>();
  private final Map<String, Lengths> lengths = new HashMap<>();

  ModelInputs(InputLayout layout, NDList list) {
    List<InputSlot> slots = layout.slots();
    if (list.size() != slots.size()) {
      throw new IllegalArgumentException(
          "the model reads " + slots.size() + " arrays, " + slots + "; found " + list.size());
    }
    for (int i = 0; i < slots.size(); i++) {
      arrays.put(slots.get(i), checked(layout, slots.get(i), list.get(i), list.get(0)));
    }
    for (InputSlot slot : slots) {
      if (slot.part() == Part.LENGTHS) {
        lengths.put(slot.field(), lengths(slot));
      }
    }
  }

  private static NDArray checked(InputLayout layout, InputSlot slot, NDArray array, NDArray first) {
    Shape shape = array.getShape();
    long width = width(layout.fields().get(slot.field()), slot.part());
    boolean ranked = shape.dimension() == (slot.part() == Part.VALUES ? 3 : rank(slot.part()));
    boolean wide = width < 0 || (ranked && shape.tail() == width);
    if (!ranked || !wide || shape.get(0) != first.getShape().get(0)) {
      throw new IllegalArgumentException(
          slot
              + ": found shape "
              + shape
              + ", expected rank and width of "
              + layout.fields().get(slot.field())
              + ", and the batch size of the first array");
    }
    return array;
  }

  private static int rank(Part part) {
    return part == Part.LENGTHS ? 1 : 2;
  }

  private static long width(@org.jspecify.annotations.Nullable FieldSpec field, Part part) {
    if (part == Part.VALUES && field instanceof FieldSpec.Values values) {
      return values.width();
    }
    if (field instanceof FieldSpec.Statics statics) {
      return part == Part.NUMERIC
          ? statics.spec().numeric().size()
          : statics.spec().categories().size();
    }
    return -1;
  }

  private Lengths lengths(InputSlot slot) {
    NDArray steps = arrays.get(new InputSlot(slot.field(), Part.IDS));
    if (steps == null) {
      steps = get(slot.field(), Part.VALUES);
    }
    long[] values = get(slot.field(), Part.LENGTHS).toLongArray();
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = Math.toIntExact(values[i]);
    }
    return Lengths.of(ints, (int) steps.getShape().get(1));
  }

  NDArray steps(FieldSpec field) {
    return get(field.name(), field instanceof FieldSpec.Tokens ? Part.IDS : Part.VALUES);
  }

  Lengths lengths(String field) {
    Lengths found = lengths.get(field);
    if (found == null) {
      throw new IllegalStateException("no lengths of " + field);
    }
    return found;
  }

  StaticFeatures statics(String field) {
    return new StaticFeatures(
        arrays.get(new InputSlot(field, Part.NUMERIC)),
        arrays.get(new InputSlot(field, Part.CATEGORIES)));
  }

  private NDArray get(String field, Part part) {
    NDArray array = arrays.get(new InputSlot(field, part));
    if (array == null) {
      throw new IllegalStateException("no " + part + " of " + field);
    }
    return array;
  }
}
