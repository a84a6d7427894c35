package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.ConditionAs;
import org.braidml.api.Encoder;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
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
      FieldSpec field = node == null ? null : fields.get(node.input().orElse(name));
      Branch branch = node == null || field == null ? null : branch(name, node, field);
      if (branch != null) {
        branches.add(branch);
        built.put(name, branch);
      }
    }
    return branches;
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

  private @Nullable Branch branch(String name, EncoderNode node, FieldSpec field) {
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
            : sequenceEncoder(name, node, field, transforms, context);
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
        new BranchCondition(node.conditionOn(), beside, ofSameField(node, field));
    Branch plain = new Branch(name, field, given, transforms, encoder, List.of());
    boxes.add(encoderBox(name, node, plain));
    EncodingSpec encoding = new EncodingSpec(name, plain.width());
    if (projections(path, node.projections(), encoding, projections, boxes, problems) == null) {
      return null;
    }
    return new Branch(name, field, given, transforms, encoder, projections);
  }

  private boolean ofSameField(EncoderNode node, FieldSpec field) {
    Branch other = node.conditionOn().map(built::get).orElse(null);
    while (other != null && !other.field.name().equals(field.name())) {
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
      FieldSpec field,
      List<SequenceTransformBlock> transforms,
      BuildContext context) {
    if (!(node.encoder().plugin() instanceof SequenceEncoder<?> encoder)) {
      wrongKind(
          context,
          node.encoder().plugin(),
          "reads static features; the field " + field.name() + " is a sequence");
      return null;
    }
    InputBlock input = inputs.get(field.name());
    if (input == null) {
      return null;
    }
    SequenceSpec spec =
        new SequenceSpec(
            field.name(),
            input.width(),
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
        branch.field.name()
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

  /** Builds a chain of projections; null after a problem. */
  static @Nullable EncodingSpec projections(
      String path,
      List<Choice<Projection<?>>> choices,
      EncodingSpec input,
      List<ProjectionBlock> blocks,
      List<Box> boxes,
      List<Problem> problems) {
    EncodingSpec spec = input;
    for (int i = 0; i < choices.size(); i++) {
      Choice<Projection<?>> choice = choices.get(i);
      EncodingSpec read = spec;
      ProjectionBlock block =
          ModelBuilder.guarded(
              () -> new BuildContext(choice.path()).projection(choice, read), problems);
      if (block == null) {
        return null;
      }
      blocks.add(block);
      boxes.add(
          new Box(
              path.replaceFirst("^model\\.?", "")
                  + (path.equals("model") ? "" : ".")
                  + "projections["
                  + i
                  + "]",
              choice.plugin().id(),
              read.name(),
              "(B, " + read.width() + ")",
              block.width(),
              false,
              ParameterPaths.count(block)));
      spec = new EncodingSpec(input.name(), block.width());
    }
    return spec;
  }
}
