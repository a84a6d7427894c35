package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
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
    String path = config.head().isPresent() ? "model.head" : "model.heads." + name;
    TargetSpec target = target(path, name, node);
    Matcher states = STATES.matcher(node.on());
    HeadInputSpec input = merged;
    Optional<String> statesOf = Optional.empty();
    if (states.matches()) {
      input = states(path, states.group(1), branches);
      statesOf = Optional.of(states.group(1));
    } else if (!node.on().equals("merged")) {
      problems.add(
          Problem.at(path + ".on")
              .value('"' + node.on() + '"')
              .what("a head reads merged, or states(<encoder>)")
              .build());
      return null;
    }
    if (target == null || input == null) {
      return null;
    }
    HeadInputSpec read = input;
    HeadBlock block =
        ModelBuilder.guarded(
            () -> new BuildContext(path).head(node.head(), read, target), problems);
    if (block == null) {
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

  private @Nullable TargetSpec target(String path, String name, HeadNode node) {
    String wanted =
        node.target().orElse(targets.size() == 1 ? targets.keySet().iterator().next() : name);
    TargetSpec target = targets.get(wanted);
    if (target == null) {
      problems.add(
          Problem.at(path + ".target")
              .what("no target is called \"" + wanted + '"')
              .choices(wanted, targets.keySet())
              .build());
    }
    return target;
  }

  private @Nullable HeadInputSpec states(String path, String encoder, List<Branch> branches) {
    for (Branch branch : branches) {
      if (branch.name.equals(encoder) && branch.sequence != null) {
        return branch.sequence.states();
      }
    }
    problems.add(
        Problem.at(path + ".on")
            .value("\"states(" + encoder + ")\"")
            .what("no encoder of a sequence is called \"" + encoder + '"')
            .choices(
                encoder,
                branches.stream()
                    .filter(branch -> branch.sequence != null)
                    .map(branch -> branch.name)
                    .toList())
            .build());
    return null;
  }
}
