package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.SpecException;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.api.nn.ParameterPaths;
import org.jspecify.annotations.Nullable;

/**
 * Builds a model from its configuration: boxes are checked against each other, and all problems
 * collected, before any parameter has an array.
 */
public final class ModelBuilder {

  private static final String NAME = "[a-zA-Z][a-zA-Z0-9_-]*";

  private final ModelConfig config;
  private final Map<String, FieldSpec> fields;
  private final Map<String, TargetSpec> targets;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();

  private ModelBuilder(
      ModelConfig config, Map<String, FieldSpec> fields, Map<String, TargetSpec> targets) {
    this.config = config;
    this.fields = new TreeMap<>(fields);
    this.targets = targets;
  }

  /**
   * What came of building.
   *
   * @param model the model, or empty if there are problems
   * @param problems what does not go together
   * @param unread fields that no encoder reads
   */
  public record Result(Optional<ModelBlock> model, List<Problem> problems, Set<String> unread) {}

  /**
   * Builds a model without arrays.
   *
   * @param config the boxes
   * @param fields what is known of the fields, by name
   * @param targets what is to be predicted, by name
   */
  public static Result build(
      ModelConfig config, Map<String, FieldSpec> fields, Map<String, TargetSpec> targets) {
    return new ModelBuilder(config, fields, targets).build();
  }

  private Result build() {
    checkNames();
    Map<String, FieldSpec> read = fieldsRead();
    Map<String, InputBlock> inputs = inputs(read);
    BranchBuilder branchBuilder = new BranchBuilder(config, problems, boxes, inputs);
    List<Branch> branches = branchBuilder.build(read);
    Set<String> unread = new TreeSet<>(fields.keySet());
    unread.removeAll(read.keySet());
    HeadBuilder headBuilder = new HeadBuilder(config, targets, problems, boxes);
    headBuilder.check();
    if (!problems.isEmpty()) {
      return new Result(Optional.empty(), List.copyOf(problems), unread);
    }
    List<EncodingSpec> encodings =
        branches.stream()
            .sorted(Comparator.comparing((Branch branch) -> branch.name))
            .map(branch -> new EncodingSpec(branch.name, branch.width()))
            .toList();
    MergerBlock merger = merger(encodings);
    List<ProjectionBlock> projections = new ArrayList<>();
    EncodingSpec merged =
        merger == null
            ? null
            : projections(new EncodingSpec("merged", merger.width()), projections);
    List<HeadBox> heads = headBuilder.build(merged, branches);
    if (merger == null || !problems.isEmpty()) {
      return new Result(Optional.empty(), List.copyOf(problems), unread);
    }
    ModelParts parts =
        new ModelParts(
            new InputLayout(read),
            inputs,
            branches,
            merger,
            projections,
            heads,
            List.copyOf(boxes));
    return new Result(Optional.of(new ModelBlock(parts)), List.of(), unread);
  }

  private void checkNames() {
    checkNames("data.fields", fields.keySet());
    checkNames("model.encoders", config.encoders().keySet());
    checkNames("model.heads", config.heads().keySet());
  }

  private void checkNames(String path, Set<String> names) {
    for (String name : names) {
      if (!name.matches(NAME)) {
        problems.add(
            Problem.at(path + ".\"" + name + '"')
                .what("a name starts with a letter and holds letters, digits, - and _")
                .build());
      }
    }
  }

  private Map<String, FieldSpec> fieldsRead() {
    Map<String, FieldSpec> read = new TreeMap<>();
    config
        .encoders()
        .forEach(
            (name, node) -> {
              for (String field : node.fields(name)) {
                FieldSpec spec = fields.get(field);
                if (spec != null) {
                  read.put(field, spec);
                } else {
                  noField(name, node, field);
                }
              }
            });
    return read;
  }

  private void noField(String name, EncoderNode node, String field) {
    String key = node.inputs().isEmpty() ? node.input().isPresent() ? ".input" : "" : ".inputs";
    problems.add(
        Problem.at("model.encoders." + name + key)
            .what("no field is called \"" + field + '"')
            .found(field, fields.keySet())
            .remedy(
                key.equals(".inputs")
                    ? "name fields of data.fields"
                    : "name a field of data.fields by `input`")
            .build());
  }

  private Map<String, InputBlock> inputs(Map<String, FieldSpec> read) {
    Map<String, InputBlock> blocks = new HashMap<>();
    config.inputs().keySet().stream()
        .filter(name -> !read.containsKey(name))
        .forEach(this::uselessInput);
    read.forEach(
        (name, field) -> {
          InputBlock block = input(field, config.inputs().get(name));
          if (block != null) {
            blocks.put(name, block);
            boxes.add(inputBox(field, config.inputs().get(name), block));
          }
        });
    return new TreeMap<>(blocks);
  }

  private void uselessInput(String name) {
    Problem.Builder problem = Problem.at("model.inputs." + name);
    problems.add(
        fields.containsKey(name)
            ? problem
                .what("no encoder reads this field")
                .remedy("leave the key out, or add an encoder whose input it is")
                .build()
            : problem
                .what("no field is called \"" + name + '"')
                .found(name, fields.keySet())
                .build());
  }

  private @Nullable InputBlock input(FieldSpec field, @Nullable InputConfig input) {
    if (field instanceof FieldSpec.Tokens tokens) {
      if (input instanceof InputConfig.Embedding embedding) {
        return InputBlock.embedding(tokens.vocabulary(), embedding);
      }
      if (input instanceof InputConfig.OneHot) {
        return InputBlock.oneHot(tokens.vocabulary());
      }
      return refuseInput(
          field,
          input,
          "a field of tokens",
          "set { type = embedding, size = 64 }, or { type = one-hot }");
    }
    if (field instanceof FieldSpec.Values values) {
      if (input == null) {
        return InputBlock.identity(values.width());
      }
      return input instanceof InputConfig.Linear linear
          ? InputBlock.linear(values.width(), linear.size())
          : refuseInput(
              field,
              input,
              "a field of numbers",
              "set { type = linear, size = 64 }, or leave the key out");
    }
    return input == null
        ? null
        : refuseInput(
            field,
            input,
            "a static field",
            "leave the key out: an encoder reads static fields as they are");
  }

  private @Nullable InputBlock refuseInput(
      FieldSpec field, @Nullable InputConfig input, String kind, String remedy) {
    problems.add(
        Problem.at("model.inputs." + field.name())
            .what(
                input == null
                    ? "missing: " + kind + " needs to become numbers"
                    : "this input does not read " + kind)
            .remedy(remedy)
            .build());
    return null;
  }

  private static Box inputBox(FieldSpec field, @Nullable InputConfig input, InputBlock block) {
    String type =
        input == null
            ? "as it is"
            : java.util.Objects.requireNonNull(
                    input.getClass().getAnnotation(org.braidml.api.config.Id.class))
                .value();
    String shape =
        field instanceof FieldSpec.Values values ? "(B, T, " + values.width() + ")" : "(B, T)";
    return new Box(
        "inputs." + field.name(),
        type,
        field.name(),
        shape,
        block.width(),
        true,
        ParameterPaths.count(block));
  }

  private @Nullable MergerBlock merger(List<EncodingSpec> encodings) {
    MergerBlock block =
        guarded(
            () -> new BuildContext("model.merger").merger(config.merger(), encodings), problems);
    if (block != null) {
      String widths =
          String.join(" + ", encodings.stream().map(spec -> "" + spec.width()).toList());
      boxes.add(
          new Box(
              "merger",
              config.merger().plugin().id(),
              String.join(", ", encodings.stream().map(EncodingSpec::name).toList()),
              "(B, " + widths + ")",
              block.width(),
              false,
              ParameterPaths.count(block)));
    }
    return block;
  }

  private @Nullable EncodingSpec projections(EncodingSpec merged, List<ProjectionBlock> blocks) {
    return ProjectionChain.build("model", config.projections(), merged, blocks, boxes, problems);
  }

  /** Runs a plug-in's build; a refusal becomes a problem and null. */
  static <T> @Nullable T guarded(Supplier<T> build, List<Problem> problems) {
    try {
      return build.get();
    } catch (SpecException e) {
      problems.add(e.problem());
      return null;
    }
  }
}
