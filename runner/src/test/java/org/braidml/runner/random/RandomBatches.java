package org.braidml.runner.random;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.FieldSpec;

/** Random fields and targets, and batches of them. */
final class RandomBatches {

  /** How many classes the multiclass target has. */
  static final int CLASSES = 3;

  private RandomBatches() {}

  /** Returns two sequence fields and a static one, of random widths. */
  static Map<String, FieldSpec> fields(Random random) {
    OptionalInt fixed =
        random.nextInt(6) == 0 ? OptionalInt.of(4 + random.nextInt(3)) : OptionalInt.empty();
    List<StaticSpec.Category> categories =
        List.of(new StaticSpec.Category("shop", 3), new StaticSpec.Category("size", 4));
    int numbers = random.nextInt(3);
    int kept = numbers == 0 ? 1 + random.nextInt(2) : random.nextInt(3);
    StaticSpec facts =
        new StaticSpec(
            "facts", List.of("age", "income").subList(0, numbers), categories.subList(0, kept));
    Map<String, FieldSpec> fields = new TreeMap<>();
    fields.put("words", new FieldSpec.Tokens("words", 4 + random.nextInt(5), fixed));
    fields.put("series", new FieldSpec.Values("series", 1 + random.nextInt(3), fixed));
    fields.put("facts", new FieldSpec.Statics(facts));
    return fields;
  }

  /** Returns a target of each kind, named after it. */
  static Map<String, TargetSpec> targets() {
    return Map.of(
        "binary",
        new TargetSpec("binary", TargetSpec.Kind.BINARY, List.of("no", "yes")),
        "multiclass",
        new TargetSpec("multiclass", TargetSpec.Kind.MULTICLASS, List.of("a", "b", "c")),
        "regression",
        new TargetSpec("regression", TargetSpec.Kind.REGRESSION, List.of(), 2, 3));
  }

  /**
   * Returns a batch whose rows have at least {@code shortest} steps, the longest {@code longest}.
   * Where rows may be empty, one row has no step, and one has one.
   */
  static Batch of(
      Map<String, FieldSpec> fields, Random random, int size, int shortest, int longest) {
    Map<String, FieldData> data = new HashMap<>();
    fields.forEach((name, field) -> data.put(name, data(field, random, size, shortest, longest)));
    float[] binary = new float[size];
    float[] classes = new float[size];
    float[] numbers = new float[size];
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] = i;
      binary[i] = random.nextInt(2);
      classes[i] = random.nextInt(CLASSES);
      numbers[i] = 2 + 3 * (float) random.nextGaussian();
    }
    return new Batch(
        size, rows, data, Map.of("binary", binary, "multiclass", classes, "regression", numbers));
  }

  private static FieldData data(
      FieldSpec field, Random random, int size, int shortest, int longest) {
    if (field instanceof FieldSpec.Statics statics) {
      return statics(statics.spec(), random, size);
    }
    OptionalInt fixed =
        field instanceof FieldSpec.Tokens tokens
            ? tokens.fixedLength()
            : ((FieldSpec.Values) field).fixedLength();
    int time = fixed.orElse(longest);
    int[] lengths = lengths(random, size, fixed.orElse(shortest), time);
    if (field instanceof FieldSpec.Tokens tokens) {
      int[] ids = new int[size * time];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = i % time < lengths[i / time] ? 1 + random.nextInt(tokens.vocabulary() - 1) : 0;
      }
      return new FieldData.Ids(ids, lengths, time);
    }
    int width = ((FieldSpec.Values) field).width();
    float[] values = new float[size * time * width];
    for (int i = 0; i < values.length; i++) {
      boolean real = i / width % time < lengths[i / width / time];
      values[i] = real ? (float) random.nextGaussian() : 0;
    }
    return new FieldData.Values(values, lengths, time, width);
  }

  private static int[] lengths(Random random, int size, int shortest, int time) {
    int[] lengths = new int[size];
    Arrays.setAll(lengths, i -> shortest + random.nextInt(time - shortest + 1));
    int first = random.nextInt(size);
    if (shortest == 0) {
      lengths[first] = 0;
      lengths[(first + 1) % size] = 1;
    }
    return lengths;
  }

  private static FieldData.Statics statics(StaticSpec spec, Random random, int size) {
    float[] numbers = new float[size * spec.numeric().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    int[] ids = new int[size * spec.categories().size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.nextInt(spec.categories().get(i % spec.categories().size()).size());
    }
    return new FieldData.Statics(numbers, ids);
  }

  /** Returns the batch with noise in every padded position. */
  static Batch noisy(Batch batch, Map<String, FieldSpec> fields, Random random) {
    Map<String, FieldData> data = new HashMap<>(batch.fields());
    data.replaceAll(
        (name, old) -> {
          if (old instanceof FieldData.Ids ids) {
            int vocabulary = ((FieldSpec.Tokens) spec(fields, name)).vocabulary();
            int[] noisy = ids.ids().clone();
            for (int i = 0; i < noisy.length; i++) {
              boolean padded = i % ids.time() >= ids.lengths()[i / ids.time()];
              noisy[i] = padded ? random.nextInt(vocabulary) : noisy[i];
            }
            return new FieldData.Ids(noisy, ids.lengths(), ids.time());
          }
          if (old instanceof FieldData.Values values) {
            float[] noisy = values.values().clone();
            for (int i = 0; i < noisy.length; i++) {
              int step = i / values.width();
              boolean padded = step % values.time() >= values.lengths()[step / values.time()];
              noisy[i] = padded ? 100 * (float) random.nextGaussian() : noisy[i];
            }
            return new FieldData.Values(noisy, values.lengths(), values.time(), values.width());
          }
          return old;
        });
    return new Batch(batch.size(), batch.rows(), data, batch.targets());
  }

  /** Returns the other batch, of the same shape, with row 0 of this one. */
  static Batch firstRowOf(Batch batch, Batch other) {
    Map<String, FieldData> data = new HashMap<>();
    batch
        .fields()
        .forEach(
            (name, field) ->
                data.put(name, firstRow(field, other.fields().get(name), batch.size())));
    return new Batch(batch.size(), batch.rows(), data, other.targets());
  }

  private static FieldData firstRow(
      FieldData from, @org.jspecify.annotations.Nullable FieldData into, int size) {
    if (from instanceof FieldData.Ids a && into instanceof FieldData.Ids b) {
      System.arraycopy(a.ids(), 0, b.ids(), 0, a.time());
      b.lengths()[0] = a.lengths()[0];
    } else if (from instanceof FieldData.Values a && into instanceof FieldData.Values b) {
      System.arraycopy(a.values(), 0, b.values(), 0, a.time() * a.width());
      b.lengths()[0] = a.lengths()[0];
    } else if (from instanceof FieldData.Statics a && into instanceof FieldData.Statics b) {
      System.arraycopy(a.numeric(), 0, b.numeric(), 0, a.numeric().length / size);
      System.arraycopy(a.categories(), 0, b.categories(), 0, a.categories().length / size);
    }
    return java.util.Objects.requireNonNull(into);
  }

  private static FieldSpec spec(Map<String, FieldSpec> fields, String name) {
    return java.util.Objects.requireNonNull(fields.get(name));
  }
}
