package org.braidml.runner.random;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.braidml.api.Choice;
import org.braidml.api.ConditionAs;
import org.braidml.api.Head;
import org.braidml.api.Merger;
import org.braidml.api.Projection;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceTransform;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.config.Names;
import org.braidml.api.graph.FieldSpec;
import org.braidml.api.graph.InputConfig;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.plugin.Registry;
import org.braidml.api.plugin.Spi;

/**
 * A model as a text and the fields that it reads.
 *
 * @param text HOCON
 * @param config the text, bound
 * @param fields those that it reads
 */
record RandomModel(String text, ModelConfig config, Map<String, FieldSpec> fields) {

  /** Draws one model; empty if the binder or the builder refuses it with problems. */
  static Optional<RandomModel> draw(Registry registry, Random random) {
    Map<String, FieldSpec> fields = RandomBatches.fields(random);
    List<String> names = List.of("a", "b", "c").subList(0, 1 + random.nextInt(3));
    String text = text(new RandomSettings(registry, random, names), random, names);
    Binder binder = new Binder(registry, new DefaultValues());
    Optional<ModelConfig> config =
        binder.bind(ModelConfig.class, RandomSettings.parsed(text).root(), "model");
    if (config.isEmpty() || !binder.problems().isEmpty()) {
      return Optional.empty();
    }
    fields.keySet().retainAll(read(config.get()));
    ModelBuilder.Result result = ModelBuilder.build(config.get(), fields, RandomBatches.targets());
    return result.model().map(model -> new RandomModel(text, config.get(), fields));
  }

  private static Set<String> read(ModelConfig config) {
    Set<String> read = new TreeSet<>();
    config.encoders().values().forEach(node -> node.input().ifPresent(read::add));
    return read;
  }

  private static String text(RandomSettings settings, Random random, List<String> names) {
    List<String> lines = new ArrayList<>();
    Set<String> read = new TreeSet<>();
    Map<String, String> encoded = new TreeMap<>();
    for (String name : names) {
      String field = settings.one(List.of("words", "series", "facts"));
      read.add(field);
      encoded.put(name, field);
      lines.add("encoders." + name + " { " + encoder(settings, random, field, names) + " }");
    }
    if (read.contains("words") || (read.contains("series") && random.nextBoolean())) {
      read.remove("facts");
      String field = read.contains("words") ? "words" : "series";
      lines.add("inputs." + field + " { " + settings.choice(InputConfig.class) + " }");
    }
    if (read.contains("words") && read.contains("series") && random.nextBoolean()) {
      lines.add("inputs.series { " + settings.choice(InputConfig.class) + " }");
    }
    lines.add("merger { " + settings.component(Merger.class) + " }");
    lines.add("projections = " + settings.components(Projection.class, 2));
    lines.addAll(heads(settings, random, encoded));
    return String.join("\n", lines);
  }

  private static String encoder(
      RandomSettings settings, Random random, String field, List<String> names) {
    boolean statics = field.equals("facts");
    String node = "input = " + field;
    if (!statics) {
      node += ", transforms = " + settings.components(SequenceTransform.class, 2);
    }
    if (random.nextInt(4) == 0) {
      node += ", projections = " + settings.components(Projection.class, 2);
    }
    if (random.nextInt(10) == 0) {
      node += ", condition-on = " + settings.one(names);
      node +=
          random.nextBoolean()
              ? ""
              : ", condition-as = " + Names.ofConstant(settings.one(List.of(ConditionAs.values())));
    }
    Class<?> spi = statics ? StaticFeatureEncoder.class : SequenceEncoder.class;
    return node + ", " + settings.component(spi);
  }

  private static List<String> heads(
      RandomSettings settings, Random random, Map<String, String> encoded) {
    List<String> targets = List.of("binary", "multiclass", "multilabel", "regression", "count");
    List<String> lines = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      boolean steps = random.nextInt(4) == 0;
      String name = settings.one(List.copyOf(encoded.keySet()));
      String of = steps ? encoded.get(name) + "-" : "";
      String target = "target = " + of + settings.one(targets);
      String on = steps || random.nextInt(20) == 0 ? ", on = \"states(" + name + ")\"" : "";
      String weight = random.nextBoolean() ? ", weight = 0.5" : "";
      String head = target + on + weight + ", " + settings.component(Head.class);
      lines.add((count == 1 ? "head" : "heads.h" + i) + " { " + head + " }");
    }
    return lines;
  }

  /** Returns whether a head reads the merged encoding, and so every encoder. */
  boolean readsMerged() {
    return Stream.concat(config.head().stream(), config.heads().values().stream())
        .anyMatch(head -> head.on().equals("merged"));
  }

  /** Builds the model anew, without arrays. */
  ModelBlock build() {
    ModelBuilder.Result result = ModelBuilder.build(config, fields, RandomBatches.targets());
    return result.model().orElseThrow(() -> new AssertionError(result.problems().toString()));
  }

  /** Returns whether all rows of a sequence have one length. */
  boolean isOfFixedLength() {
    return fields.values().stream()
        .anyMatch(
            field ->
                (field instanceof FieldSpec.Tokens tokens && tokens.fixedLength().isPresent())
                    || (field instanceof FieldSpec.Values values
                        && values.fixedLength().isPresent()));
  }

  /** Returns its components as {@code spi.id}, those inside others included. */
  Set<String> components() {
    Set<String> found = new TreeSet<>();
    collect(config, found);
    return found;
  }

  private static void collect(Object value, Set<String> found) {
    if (value instanceof Choice<?> choice) {
      Spi.ALL.stream()
          .filter(spi -> spi.type().isInstance(choice.plugin()))
          .forEach(spi -> found.add(spi.key() + "." + choice.plugin().id()));
      collect(choice.config(), found);
    } else if (value instanceof Iterable<?> many) {
      many.forEach(each -> collect(each, found));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, found));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(each -> collect(each, found));
    } else if (value instanceof Record record) {
      values(record).forEach(each -> collect(each, found));
    }
  }

  private static List<Object> values(Record record) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        values.add(component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }
}
