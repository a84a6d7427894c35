package org.braidml.api.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.config.Problem;

/** Puts encoders in an order in which each follows the one that it is conditioned on. */
final class EncoderOrder {

  private final Map<String, EncoderNode> nodes;
  private final List<Problem> problems;
  private final Set<String> done = new LinkedHashSet<>();

  EncoderOrder(Map<String, EncoderNode> nodes, List<Problem> problems) {
    this.nodes = nodes;
    this.problems = problems;
  }

  /** Returns the names in order; encoders on a cycle are left out and told. */
  List<String> sorted() {
    nodes.keySet().forEach(name -> visit(name, new ArrayList<>()));
    return List.copyOf(done);
  }

  private boolean visit(String name, List<String> trail) {
    if (done.contains(name)) {
      return true;
    }
    if (trail.contains(name)) {
      cycle(trail.subList(trail.indexOf(name), trail.size()), name);
      return false;
    }
    trail.add(name);
    Optional<String> before = conditionOf(name);
    boolean sound = before.isEmpty() || visit(before.get(), trail);
    if (sound) {
      done.add(name);
    }
    return sound;
  }

  private Optional<String> conditionOf(String name) {
    EncoderNode node = nodes.get(name);
    return node == null ? Optional.empty() : node.conditionOn().filter(nodes::containsKey);
  }

  private void cycle(List<String> names, String closing) {
    String least = names.stream().min(String::compareTo).orElseThrow();
    String path = "model.encoders." + least + ".condition-on";
    if (problems.stream().noneMatch(problem -> problem.path().equals(path))) {
      problems.add(
          Problem.at(path)
              .what("the graph has a cycle: " + String.join(" -> ", names) + " -> " + closing)
              .remedy("let one of them start without a condition")
              .build());
    }
  }
}
