package org.braidml.runner.random;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.FieldSpec;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns a target of each kind, named after it, and one a step of each sequence, as {@code
   * words-binary}.
   */
  static Map<String, TargetSpec> targets() {
    Map<String, TargetSpec> targets = new TreeMap<>();
    for (String field : List.of("", "words", "series")) {
      for (TargetSpec.Kind kind : TargetSpec.Kind.values()) {
        String plain = kind.name().toLowerCase(Locale.ROOT);
        String name = field.isEmpty() ? plain : field + '-' + plain;
        TargetSpec target =
            switch (kind) {
              case BINARY -> new TargetSpec(name, kind, List.of("no", "yes"));
              case MULTICLASS -> new TargetSpec(name, kind, List.of("a", "b", "c"));
              case REGRESSION -> new TargetSpec(name, kind, List.of(), 2, 3);
              case MULTILABEL -> TargetSpec.ofLabels(name, List.of("loud", "soft"));
              case COUNT -> new TargetSpec(name, kind, List.of());
            };
        targets.put(name, field.isEmpty() ? target : target.eachStepOf(field));
      }
    }
    return targets;
  }

  /**
   * Returns a batch whose rows have at least {@code shortest} steps, the longest {@code longest}.
   * Where rows may be empty, one row has no step, and one has one.
   */
  static Batch of(
      Map<String, FieldSpec> fields, Random random, int size, int shortest, int longest) {
    Map<String, FieldData> data = new HashMap<>();
    fields.forEach((name, field) -> data.put(name, data(field, random, size, shortest, longest)));
    int[] rows = new int[size];
    Arrays.setAll(rows, i -> i);
    Map<String, float[]> values = new HashMap<>();
    targets()
        .forEach(
            (name, target) -> {
              FieldData steps = target.stepsOf().map(data::get).orElse(null);
              if (target.stepsOf().isEmpty() || steps != null) {
                values.put(name, values(target, random, size, steps));
              }
            });
    return new Batch(size, rows, data, values);
  }

  /** Returns a value an example, or a step: none at padding, and at one step in eight. */
  private static float[] values(
      TargetSpec target, Random random, int size, @Nullable FieldData steps) {
    int time = steps == null ? Math.max(1, target.labels().size()) : steps.steps().time();
    float[] values = new float[size * time];
    for (int i = 0; i < values.length; i++) {
      float value =
          switch (target.kind()) {
            case BINARY, MULTILABEL -> random.nextInt(2);
            case MULTICLASS -> random.nextInt(CLASSES);
            case REGRESSION -> 2 + 3 * (float) random.nextGaussian();
            case COUNT -> random.nextInt(4);
          };
      boolean padded = steps != null && i % time >= steps.steps().lengths()[i / time];
      boolean none = steps != null && random.nextInt(8) == 0;
      values[i] = padded || none ? Float.NaN : value;
    }
    return values;
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

  private static FieldData firstRow(FieldData from, @Nullable FieldData into, int size) {
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
