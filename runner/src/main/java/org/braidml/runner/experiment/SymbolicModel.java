package org.braidml.runner.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Box;
import org.braidml.api.graph.FieldSpec;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.runner.data.config.BinaryTargetConfig;
import org.braidml.runner.data.config.CountTargetConfig;
import org.braidml.runner.data.config.FieldConfig;
import org.braidml.runner.data.config.MultilabelTargetConfig;
import org.braidml.runner.data.config.NextTokenTargetConfig;
import org.braidml.runner.data.config.PerStepBinaryTargetConfig;
import org.braidml.runner.data.config.PerStepRegressionTargetConfig;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.StaticFieldConfig;
import org.braidml.runner.data.config.StepTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.VectorsFieldConfig;

/**
 * A model whose data were not read: sizes that depend on data stand as symbols, {@code V(review)}
 * for the vocabulary of a field, {@code S(profile)} for its numbers with their indicators, {@code
 * K(column)} for the values of a category, {@code C(target)} for classes.
 *
 * <p>Nearly every size is affine in each symbol, so building the model again with one symbol one
 * larger gives its coefficient; one that is not is said to depend on data.
 */
public final class SymbolicModel {

  private static final int BASE = 97;

  /** So much more shows what one more does not: a size that grows by a window of several steps. */
  private static final int FAR = 101;

  private final ExperimentConfig config;
  private final SortedMap<String, Integer> symbols = new TreeMap<>();
  private boolean oneLength;

  /** The model of an experiment. */
  public SymbolicModel(ExperimentConfig config) {
    this.config = config;
    if (build().model().isEmpty()) {
      // Only the data tell whether all series have one length; without them, what needs it may.
      oneLength = true;
      oneLength = build().model().isPresent();
    }
    symbols.clear();
    build();
  }

  /** Builds the model; the problems of its boxes are in the result. */
  public ModelBuilder.Result build() {
    return build(Map.of());
  }

  /** Returns a size of every box as text, in the order of boxes. */
  public List<String> sizes(ToLongFunction<Box> size) {
    List<Box> base = boxes(Map.of());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      int index = i;
      texts.add(affine(more -> size.applyAsLong(boxes(more).get(index))));
    }
    return texts;
  }

  /** Returns the number of parameters of the whole model as text. */
  public String parameters() {
    return affine(more -> boxes(more).stream().mapToLong(Box::parameters).sum());
  }

  private String affine(ToLongFunction<Map<String, Integer>> size) {
    long base = size.applyAsLong(Map.of());
    long constant = base;
    List<String> terms = new ArrayList<>();
    for (String symbol : symbols.keySet()) {
      long step = size.applyAsLong(Map.of(symbol, 1)) - base;
      long far = size.applyAsLong(Map.of(symbol, FAR)) - base - FAR * step;
      if (far != 0 || mixed(size, symbol, step)) {
        return "depends on data";
      }
      constant -= step * BASE;
      if (step != 0) {
        terms.add((step == 1 ? "" : String.format(java.util.Locale.ROOT, "%,d ", step)) + symbol);
      }
    }
    if (constant != 0 || terms.isEmpty()) {
      terms.add(0, String.format(java.util.Locale.ROOT, "%,d", constant));
    }
    return String.join(" + ", terms);
  }

  private boolean mixed(ToLongFunction<Map<String, Integer>> size, String symbol, long step) {
    for (String other : symbols.keySet()) {
      if (!other.equals(symbol)) {
        long both = size.applyAsLong(Map.of(symbol, 1, other, 1));
        if (both - size.applyAsLong(Map.of(other, 1)) != step) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Box> boxes(Map<String, Integer> more) {
    return build(more).model().map(ModelBlock::boxes).orElse(List.of());
  }

  private ModelBuilder.Result build(Map<String, Integer> more) {
    Map<String, FieldSpec> fields = new TreeMap<>();
    config.data().fields().forEach((name, field) -> fields.put(name, field(name, field, more)));
    Map<String, TargetSpec> targets = new TreeMap<>();
    config
        .data()
        .allTargets()
        .forEach((name, target) -> targets.put(name, target(name, target, more)));
    return ModelBuilder.build(config.model(), fields, targets);
  }

  private FieldSpec field(String name, FieldConfig field, Map<String, Integer> more) {
    if (field instanceof StaticFieldConfig statics) {
      int numbers = statics.hasNumbers() ? size("S(" + name + ")", more) : 0;
      List<StaticSpec.Category> categories =
          statics.category().stream()
              .map(column -> new StaticSpec.Category(column, size("K(" + column + ")", more)))
              .toList();
      return new FieldSpec.Statics(
          new StaticSpec(name, Collections.nCopies(numbers, "number"), categories));
    }
    if (field instanceof SeriesFieldConfig || field instanceof VectorsFieldConfig) {
      OptionalInt steps =
          oneLength ? OptionalInt.of(size("T(" + name + ")", more)) : OptionalInt.empty();
      int width =
          field instanceof VectorsFieldConfig vectors && vectors.size().isPresent()
              ? vectors.size().get()
              : size("F(" + name + ")", more);
      return new FieldSpec.Values(name, width, steps);
    }
    return new FieldSpec.Tokens(name, size("V(" + name + ")", more), OptionalInt.empty());
  }

  private TargetSpec target(String name, TargetConfig target, Map<String, Integer> more) {
    TargetSpec spec = kind(name, target, more);
    if (target instanceof NextTokenTargetConfig next) {
      return spec.nextStepOf(next.field());
    }
    return target instanceof StepTargetConfig steps ? spec.eachStepOf(steps.field()) : spec;
  }

  private TargetSpec kind(String name, TargetConfig target, Map<String, Integer> more) {
    if (target instanceof BinaryTargetConfig || target instanceof PerStepBinaryTargetConfig) {
      return new TargetSpec(name, TargetSpec.Kind.BINARY, List.of("negative", "positive"));
    }
    if (target instanceof RegressionTargetConfig
        || target instanceof PerStepRegressionTargetConfig) {
      return new TargetSpec(name, TargetSpec.Kind.REGRESSION, List.of());
    }
    if (target instanceof CountTargetConfig) {
      return new TargetSpec(name, TargetSpec.Kind.COUNT, List.of());
    }
    if (target instanceof MultilabelTargetConfig labels && !labels.columns().isEmpty()) {
      return TargetSpec.ofLabels(name, labels.columns());
    }
    int size =
        target instanceof NextTokenTargetConfig next
            ? size("V(" + next.field() + ")", more) - 1
            : size("C(" + name + ")", more);
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      classes.add("class " + i);
    }
    return target instanceof MultilabelTargetConfig
        ? TargetSpec.ofLabels(name, classes)
        : new TargetSpec(name, TargetSpec.Kind.MULTICLASS, classes);
  }

  private int size(String symbol, Map<String, Integer> more) {
    symbols.put(symbol, BASE);
    return BASE + more.getOrDefault(symbol, 0);
  }
}
