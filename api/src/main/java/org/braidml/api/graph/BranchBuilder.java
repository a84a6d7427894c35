package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.ConditionAs;
import org.braidml.api.Encoder;
import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticSpec;
import org.braidml.api.TypedBlock;
import org.braidml.api.config.Names;
import org.braidml.api.config.Problem;
import org.braidml.api.nn.ParameterPaths;
import org.jspecify.annotations.Nullable;

/** Builds the encoders of a model with their transforms and projections. */
final class BranchBuilder {

  private final ModelConfig config;
  private final List<Problem> problems;
  private final List<Box> boxes;
  private final Map<String, InputBlock> inputs;
  private final Map<String, Branch> built = new HashMap<>();

  BranchBuilder(
      ModelConfig config, List<Problem> problems, List<Box> boxes, Map<String, InputBlock> inputs) {
    this.config = config;
    this.problems = problems;
    this.boxes = boxes;
    this.inputs = inputs;
  }

  /** Returns the branches in topological order, without those that have problems. */
  List<Branch> build(Map<String, FieldSpec> fields) {
    Map<String, EncoderNode> nodes = config.encoders();
    nodes.forEach(this::checkCondition);
    nodes.forEach(this::checkConditionAs);
    List<Branch> branches = new ArrayList<>();
    for (String name : new EncoderOrder(nodes, problems).sorted()) {
      EncoderNode node = nodes.get(name);
      List<FieldSpec> read = node == null ? List.of() : read(name, node, fields);
      Branch branch = node == null || read.isEmpty() ? null : branch(name, node, read);
      if (branch != null) {
        branches.add(branch);
        built.put(name, branch);
      }
    }
    return branches;
  }

  /** Returns the fields that an encoder reads; none after a problem. */
  private List<FieldSpec> read(String name, EncoderNode node, Map<String, FieldSpec> fields) {
    List<FieldSpec> read = new ArrayList<>();
    for (String field : node.fields(name)) {
      FieldSpec spec = fields.get(field);
      if (spec == null) {
        return List.of();
      }
      if (spec instanceof FieldSpec.Statics && !node.inputs().isEmpty()) {
        problems.add(
            Problem.at("model.encoders." + name + ".inputs")
                .what(
                    "the field \"" + field + "\" is static: it has no steps to stand beside others")
                .remedy("give it an encoder of its own, or condition-on it as every-step")
                .build());
        return List.of();
      }
      read.add(spec);
    }
    return read;
  }

  private void checkCondition(String name, EncoderNode node) {
    node.conditionOn()
        .filter(other -> !config.encoders().containsKey(other))
        .ifPresent(
            other ->
                problems.add(
                    Problem.at("model.encoders." + name + ".condition-on")
                        .value('"' + other + '"')
                        .what("no encoder has this name")
                        .found(other, config.encoders().keySet())
                        .build()));
  }

  private void checkConditionAs(String name, EncoderNode node) {
    if (node.conditionAs().isPresent() && node.conditionOn().isEmpty()) {
      problems.add(
          Problem.at("model.encoders." + name + ".condition-as")
              .what("there is no condition to act")
              .remedy("name an encoder by `condition-on`, or leave the key out")
              .build());
    }
  }

  private @Nullable Branch branch(String name, EncoderNode node, List<FieldSpec> fields) {
    FieldSpec field = fields.get(0);
    String path = "model.encoders." + name;
    List<SequenceTransformBlock> transforms = new ArrayList<>();
    boolean beside = besideSteps(node, field);
    BuildContext context =
        beside
            ? new BuildContext(path)
            : new BuildContext(path, condition(node), node.conditionAs());
    TypedBlock encoder =
        field instanceof FieldSpec.Statics statics
            ? staticEncoder(node, statics.spec(), context)
            : sequenceEncoder(name, node, fields, transforms, context);
    if (encoder == null) {
      return null;
    }
    if (context.conditionIgnored()) {
      problems.add(
          Problem.at(path + ".condition-on")
              .what("\"" + node.encoder().plugin().id() + "\" cannot be conditioned")
              .remedy(
                  (encoder instanceof SequenceEncoderBlock ? "set condition-as = every-step, " : "")
                      + "leave the key out, or choose an encoder that takes a condition")
              .build());
    }
    if (!context.conditionIgnored() && context.conditionAsIgnored()) {
      problems.add(
          Problem.at(path + ".condition-as")
              .what("\"" + node.encoder().plugin().id() + "\" has a way of its own")
              .remedy("leave the key out, or use condition-as = every-step")
              .build());
    }
    List<ProjectionBlock> projections = new ArrayList<>();
    BranchCondition given =
        new BranchCondition(node.conditionOn(), beside, ofSameField(node, fields));
    Branch plain = new Branch(name, fields, given, transforms, encoder, List.of());
    boxes.add(encoderBox(name, node, plain));
    EncodingSpec encoding = new EncodingSpec(name, plain.width());
    if (ProjectionChain.build(path, node.projections(), encoding, projections, boxes, problems)
        == null) {
      return null;
    }
    return new Branch(name, fields, given, transforms, encoder, projections);
  }

  private boolean ofSameField(EncoderNode node, List<FieldSpec> fields) {
    Branch other = node.conditionOn().map(built::get).orElse(null);
    while (other != null && Collections.disjoint(other.fields, fields)) {
      other = other.condition.on().map(built::get).orElse(null);
    }
    return other != null;
  }

  private static boolean besideSteps(EncoderNode node, FieldSpec field) {
    return !(field instanceof FieldSpec.Statics)
        && node.conditionAs().filter(ConditionAs.EVERY_STEP::equals).isPresent();
  }

  private @Nullable EncodingSpec condition(EncoderNode node) {
    Branch other = node.conditionOn().map(built::get).orElse(null);
    return other == null ? null : new EncodingSpec(other.name, other.width());
  }

  private @Nullable TypedBlock staticEncoder(
      EncoderNode node, StaticSpec spec, BuildContext context) {
    if (!node.transforms().isEmpty()) {
      problems.add(
          Problem.at(context.path() + ".transforms")
              .what("a static field has no steps to transform")
              .build());
    }
    Encoder<?> plugin = node.encoder().plugin();
    if (plugin instanceof StaticFeatureEncoder<?> encoder) {
      return ModelBuilder.guarded(
          () -> context.build(encoder, node.encoder().config(), spec), problems);
    }
    wrongKind(context, plugin, "reads a sequence; the field " + spec.name() + " is static");
    return null;
  }

  private @Nullable TypedBlock sequenceEncoder(
      String name,
      EncoderNode node,
      List<FieldSpec> fields,
      List<SequenceTransformBlock> transforms,
      BuildContext context) {
    FieldSpec field = fields.get(0);
    if (!(node.encoder().plugin() instanceof SequenceEncoder<?> encoder)) {
      wrongKind(
          context,
          node.encoder().plugin(),
          "reads static features; the field " + field.name() + " is a sequence");
      return null;
    }
    int width = 0;
    for (FieldSpec read : fields) {
      InputBlock input = inputs.get(read.name());
      if (input == null) {
        return null;
      }
      width += input.width();
    }
    SequenceSpec spec =
        new SequenceSpec(
            field.name(),
            width,
            1,
            field instanceof FieldSpec.Tokens tokens
                ? tokens.fixedLength()
                : ((FieldSpec.Values) field).fixedLength());
    for (int i = 0; i < node.transforms().size(); i++) {
      SequenceTransformBlock block = transform(name, i, node.transforms().get(i), spec);
      if (block == null) {
        return null;
      }
      transforms.add(block);
      spec = block.output();
    }
    EncodingSpec given = besideSteps(node, field) ? condition(node) : null;
    SequenceSpec read = given == null ? spec : spec.withWidth(spec.width() + given.width());
    return ModelBuilder.guarded(
        () -> context.build(encoder, node.encoder().config(), read), problems);
  }

  private @Nullable SequenceTransformBlock transform(
      String name, int index, Choice<SequenceTransform<?>> choice, SequenceSpec input) {
    SequenceTransformBlock block =
        ModelBuilder.guarded(
            () -> new BuildContext(choice.path()).transform(choice, input), problems);
    if (block != null) {
      boxes.add(
          new Box(
              "encoders." + name + ".transforms[" + index + "]",
              choice.plugin().id(),
              input.name(),
              "(B, T, " + input.width() + ")",
              block.output().width(),
              true,
              ParameterPaths.count(block)));
    }
    return block;
  }

  private void wrongKind(BuildContext context, Encoder<?> plugin, String why) {
    problems.add(
        Problem.at(context.path() + ".type")
            .value('"' + plugin.id() + '"')
            .what("this encoder " + why)
            .remedy("`braid plugins` lists the encoders of each kind")
            .build());
  }

  private static Box encoderBox(String name, EncoderNode node, Branch branch) {
    String input =
        branch.field instanceof FieldSpec.Statics statics
            ? "(B, "
                + statics.spec().numeric().size()
                + " + "
                + statics.spec().categories().size()
                + " ids)"
            : "(B, T, F)";
    String reads =
        String.join(" + ", branch.fields.stream().map(FieldSpec::name).toList())
            + node.conditionOn().map(other -> ", given " + other).orElse("")
            + node.conditionAs().map(as -> " as " + Names.ofConstant(as)).orElse("");
    return new Box(
        "encoders." + name,
        node.encoder().plugin().id(),
        reads,
        input,
        branch.width(),
        false,
        ParameterPaths.count(branch)
            - branch.transforms.stream().mapToLong(ParameterPaths::count).sum());
  }
}
