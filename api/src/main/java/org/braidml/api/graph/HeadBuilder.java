package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.api.nn.ParameterPaths;
import org.jspecify.annotations.Nullable;

/** Builds the heads of a model. */
final class HeadBuilder {

  private static final Pattern STATES = Pattern.compile("states\\(([^()]+)\\)");

  private final ModelConfig config;
  private final Map<String, TargetSpec> targets;
  private final List<Problem> problems;
  private final List<Box> boxes;

  HeadBuilder(
      ModelConfig config,
      Map<String, TargetSpec> targets,
      List<Problem> problems,
      List<Box> boxes) {
    this.config = config;
    this.targets = targets;
    this.problems = problems;
    this.boxes = boxes;
  }

  /** Tells what is wrong with names alone, so that it is told together with other boxes' faults. */
  void check() {
    config
        .allHeads()
        .forEach(
            (name, node) -> {
              checkTarget(name, node);
              checkOn(name, node);
            });
  }

  private void checkTarget(String name, HeadNode node) {
    String wanted = targetName(name, node);
    if (!targets.containsKey(wanted)) {
      problems.add(
          Problem.at(path(name) + ".target")
              .what("no target is called \"" + wanted + '"')
              .found(wanted, targets.keySet())
              .build());
    }
  }

  private void checkOn(String name, HeadNode node) {
    Matcher states = STATES.matcher(node.on());
    if (states.matches()) {
      noStates(name, node, states.group(1));
    } else if (!node.on().equals("merged")) {
      problems.add(
          Problem.at(path(name) + ".on")
              .value('"' + node.on() + '"')
              .what("a head reads merged, or states(<encoder>)")
              .build());
    }
  }

  private void noStates(String name, HeadNode node, String encoder) {
    Set<String> sequences = new TreeSet<>(config.encoders().keySet());
    sequences.removeIf(other -> !isOfSequence(other));
    if (sequences.contains(encoder)) {
      return;
    }
    problems.add(
        Problem.at(path(name) + ".on")
            .value('"' + node.on() + '"')
            .what("no encoder of a sequence is called \"" + encoder + '"')
            .found(encoder, sequences)
            .build());
  }

  private boolean isOfSequence(String encoder) {
    EncoderNode node = config.encoders().get(encoder);
    return node != null && node.encoder().plugin() instanceof SequenceEncoder<?>;
  }

  private String path(String name) {
    return config.head().isPresent() ? "model.head" : "model.heads." + name;
  }

  private String targetName(String name, HeadNode node) {
    return node.target().orElse(targets.size() == 1 ? targets.keySet().iterator().next() : name);
  }

  /** Builds the heads, once {@link #check} has found nothing. */
  List<HeadBox> build(@Nullable EncodingSpec merged, List<Branch> branches) {
    List<HeadBox> heads = new ArrayList<>();
    config
        .allHeads()
        .forEach(
            (name, node) -> {
              HeadBox head = head(name, node, merged, branches);
              if (head != null) {
                heads.add(head);
              }
            });
    return List.copyOf(heads);
  }

  private @Nullable HeadBox head(
      String name, HeadNode node, @Nullable EncodingSpec merged, List<Branch> branches) {
    TargetSpec target = targets.get(targetName(name, node));
    Matcher states = STATES.matcher(node.on());
    Optional<String> statesOf = states.matches() ? Optional.of(states.group(1)) : Optional.empty();
    HeadInputSpec input = statesOf.isPresent() ? states(statesOf.get(), branches) : merged;
    if (target == null || input == null) {
      return null;
    }
    HeadInputSpec read = input;
    HeadBlock block =
        ModelBuilder.guarded(
            () -> built(new BuildContext(path(name)), node, read, target), problems);
    if (block == null || !goTogether(name, node, target, statesOf, branches)) {
      return null;
    }
    boxes.add(
        new Box(
            config.head().isPresent() ? "head" : "heads." + name,
            node.head().plugin().id(),
            node.on(),
            (statesOf.isPresent() ? "(B, T, " : "(B, ") + read.width() + ")",
            block.width(),
            statesOf.isPresent(),
            ParameterPaths.count(block)));
    return new HeadBox(name, block, target, statesOf, node.weight());
  }

  /** Whatever the head, states that have seen what follows are no input of it. */
  private static HeadBlock built(
      BuildContext context, HeadNode node, HeadInputSpec input, TargetSpec target) {
    if (target.ahead() && input instanceof StatesSpec states) {
      states.requireCausal(context);
    }
    return context.head(node.head(), input, target);
  }

  /** A target a step needs states of that very field; a target an example the merged encoding. */
  private boolean goTogether(
      String name,
      HeadNode node,
      TargetSpec target,
      Optional<String> statesOf,
      List<Branch> branches) {
    Optional<String> read = statesOf.flatMap(encoder -> fieldOf(encoder, branches));
    if (read.equals(target.stepsOf())) {
      return true;
    }
    String due =
        target
            .stepsOf()
            .map(field -> "one value a step of the field \"" + field + '"')
            .orElse("one value an example");
    String given =
        read.map(field -> "states of the field \"" + field + '"').orElse("the merged encoding");
    problems.add(
        Problem.at(path(name) + ".on")
            .value('"' + node.on() + '"')
            .what("the target \"" + target.name() + "\" is " + due + "; this head reads " + given)
            .remedy(
                target.stepsOf().isPresent()
                    ? "set on = \"states(<encoder>)\" with an encoder of that field"
                    : "leave the key out, and choose a head that reads the merged encoding")
            .build());
    return false;
  }

  private static Optional<String> fieldOf(String encoder, List<Branch> branches) {
    return branches.stream()
        .filter(branch -> branch.name.equals(encoder))
        .map(branch -> branch.field.name())
        .findFirst();
  }

  private static @Nullable HeadInputSpec states(String encoder, List<Branch> branches) {
    for (Branch branch : branches) {
      if (branch.name.equals(encoder) && branch.sequence != null) {
        return branch.states(branch.sequence);
      }
    }
    return null;
  }
}
