package org.braidml.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.FieldSpec;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;

/**
 * Writes prepared rows for the script, so that both sides have one split, vocabulary and scaling:
 * {@code facts.json}, and for each side of the split plain little-endian numbers, rows one after
 * another without padding.
 */
final class ExportedRows {

  private final Path folder;

  ExportedRows(Path folder) {
    this.folder = folder;
  }

  void write(Experiment experiment, PreparedData data) throws IOException {
    Files.createDirectories(folder);
    side("train", data.train());
    side("validation", data.validation());
    Files.writeString(
        folder.resolve("facts.json"),
        new ObjectMapper().writeValueAsString(facts(experiment, data)));
  }

  private static Map<String, Object> facts(Experiment experiment, PreparedData data)
      throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("vocabulary", 0);
    facts.put("width", 0);
    facts.put("statics", 0);
    facts.put("categories", List.of());
    for (FieldSpec field : data.features().fieldSpecs()) {
      if (field instanceof FieldSpec.Tokens tokens) {
        facts.put("vocabulary", tokens.vocabulary());
      } else if (field instanceof FieldSpec.Values values) {
        facts.put("width", values.width());
      } else if (field instanceof FieldSpec.Statics statics) {
        List<Integer> sizes =
            statics.spec().categories().stream().map(StaticSpec.Category::size).toList();
        facts.put("categories", sizes);
        facts.put(
            "statics",
            statics.spec().numeric().size() + sizes.stream().mapToInt(size -> size).sum());
      }
    }
    TargetSpec target = data.features().targetSpecs().get(0);
    boolean classes = target.kind() == TargetSpec.Kind.MULTICLASS;
    facts.put("kind", target.kind().name().toLowerCase(java.util.Locale.ROOT));
    facts.put("steps", target.stepsOf().isPresent());
    facts.put("outputs", classes ? target.classes().size() : 1);
    if (target.logarithm()) {
      throw new IllegalArgumentException("the script beside knows no target with scaling = log1p");
    }
    facts.put("offset", target.offset());
    facts.put("scale", target.scale());
    String text =
        ExperimentReader.parsed(Path.of(experiment.source()))
            .root()
            .render(ConfigRenderOptions.concise());
    facts.put("experiment", new ObjectMapper().readTree(text));
    return facts;
  }

  private void side(String side, Examples examples) throws IOException {
    Batch all = examples.batch(IntStream.range(0, examples.size()).toArray());
    int[] lengths = new int[0];
    int time = 0;
    numbers(side + ".numeric", new float[0]);
    integers(side + ".categories", new int[0]);
    for (FieldData field : all.fields().values()) {
      if (field instanceof FieldData.Ids ids) {
        lengths = ids.lengths();
        time = ids.time();
        integers(side + ".ids", packed(ids.ids(), lengths, time));
      } else if (field instanceof FieldData.Values values) {
        lengths = values.lengths();
        time = values.time();
        numbers(side + ".values", packed(values.values(), lengths, time, values.width()));
      } else if (field instanceof FieldData.Statics statics) {
        numbers(side + ".numeric", statics.numeric());
        integers(side + ".categories", statics.categories());
      }
    }
    integers(side + ".lengths", lengths);
    float[] targets = all.targets().values().iterator().next();
    boolean steps = targets.length != all.size();
    numbers(side + ".targets", steps ? packed(targets, lengths, time, 1) : targets);
  }

  private static int[] packed(int[] padded, int[] lengths, int time) {
    int[] packed = new int[IntStream.of(lengths).sum()];
    for (int row = 0, to = 0; row < lengths.length; to += lengths[row++]) {
      System.arraycopy(padded, row * time, packed, to, lengths[row]);
    }
    return packed;
  }

  private static float[] packed(float[] padded, int[] lengths, int time, int width) {
    float[] packed = new float[IntStream.of(lengths).sum() * width];
    for (int row = 0, to = 0; row < lengths.length; to += lengths[row++] * width) {
      System.arraycopy(padded, row * time * width, packed, to, lengths[row] * width);
    }
    return packed;
  }

  private void integers(String name, int[] values) throws IOException {
    byte[] bytes = new byte[values.length * Integer.BYTES];
    littleEndian(bytes).asIntBuffer().put(values);
    Files.write(folder.resolve(name), bytes);
  }

  private void numbers(String name, float[] values) throws IOException {
    byte[] bytes = new byte[values.length * Float.BYTES];
    littleEndian(bytes).asFloatBuffer().put(values);
    Files.write(folder.resolve(name), bytes);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
