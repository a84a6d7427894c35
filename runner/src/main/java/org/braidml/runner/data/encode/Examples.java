package org.braidml.runner.data.encode;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.store.SectionReader;
import org.braidml.runner.data.store.SectionWriter;

/**
 * Rows as numbers, kept compactly: few in the heap, many in mapped files. Immutable, and safe for
 * use by many threads.
 */
public final class Examples {

  private final int[] rows;
  private final Map<String, EncodedField> fields;
  private final Map<String, float[]> targets;
  private final Map<String, EncodedSteps> steps;
  private final float[] weights;

  Examples(
      int[] rows,
      Map<String, EncodedField> fields,
      Map<String, float[]> targets,
      Map<String, EncodedSteps> steps) {
    this(rows, fields, targets, steps, new float[0]);
  }

  private Examples(
      int[] rows,
      Map<String, EncodedField> fields,
      Map<String, float[]> targets,
      Map<String, EncodedSteps> steps,
      float[] weights) {
    this.weights = weights;
    this.rows = rows.clone();
    this.fields = Map.copyOf(fields);
    this.targets = Map.copyOf(targets);
    this.steps = Map.copyOf(steps);
  }

  /**
   * Returns the same examples, each with a weight in training.
   *
   * @param each one an example; empty if all count alike
   */
  public Examples weighed(float[] each) {
    return new Examples(rows, fields, targets, steps, each.clone());
  }

  /** Writes all examples. */
  public void write(SectionWriter to) throws IOException {
    new ExamplesFile.Writing(to).examples(rows, fields, targets, steps);
    to.floats(weights);
  }

  /** Reads examples that were written; many ids and numbers stay in the file. */
  public static Examples read(SectionReader from) throws IOException {
    Examples examples = new ExamplesFile.Reading(from).examples();
    return examples.weighed(from.floats());
  }

  /** Returns how many examples there are. */
  public int size() {
    return rows.length;
  }

  /** Returns the row of the source that an example comes from. */
  public int row(int example) {
    return rows[example];
  }

  /** Returns how many steps the longest sequence of an example has; 0 if it has none. */
  public int length(int example) {
    int longest = 0;
    for (EncodedField field : fields.values()) {
      longest = Math.max(longest, field.length(example));
    }
    return longest;
  }

  /** Returns the fields that are sequences, sorted. */
  public List<String> sequences() {
    return fields.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof EncodedStatics))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Returns how many steps each example has in a field that is a sequence. */
  public int[] lengths(String field) {
    EncodedField encoded = fields.get(field);
    if (encoded == null) {
      throw new IllegalArgumentException("no field \"" + field + "\" was encoded");
    }
    return IntStream.range(0, size()).map(encoded::length).toArray();
  }

  /**
   * Returns a copy of the values of a target: class ids, 0 or 1, or numbers in their unit; of a
   * target of one value a step those of all steps that have one; of labels those of each example
   * after one another.
   */
  public float[] target(String name) {
    EncodedSteps ofSteps = steps.get(name);
    if (ofSteps != null) {
      return ofSteps.given();
    }
    float[] values = targets.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no target \"" + name + "\" was encoded");
    }
    return values.clone();
  }

  /** Assembles some examples, in the given order, into a batch of its own arrays. */
  public Batch batch(int[] examples) {
    Map<String, FieldData> data = new HashMap<>();
    fields.forEach((name, field) -> data.put(name, field.gather(examples)));
    Map<String, float[]> values = new HashMap<>();
    targets.forEach((name, all) -> values.put(name, gather(all, examples)));
    steps.forEach(
        (name, all) ->
            values.put(
                name,
                all.gather(
                    examples, Objects.requireNonNull(data.get(all.field())).steps().time())));
    int[] from = Arrays.stream(examples).map(example -> rows[example]).toArray();
    float[] counted = weights.length == 0 ? weights : gather(weights, examples);
    return new Batch(examples.length, from, data, values, counted);
  }

  /** Gathers one value an example, or as many as there are labels. */
  private float[] gather(float[] all, int[] examples) {
    int width = all.length / rows.length;
    float[] some = new float[examples.length * width];
    for (int i = 0; i < examples.length; i++) {
      System.arraycopy(all, examples[i] * width, some, i * width, width);
    }
    return some;
  }
}
