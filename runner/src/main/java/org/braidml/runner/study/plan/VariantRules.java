package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.api.config.Problem;

/** What binding each variant alone cannot see: variants that are one, axes that do nothing. */
final class VariantRules {

  private VariantRules() {}

  static List<Problem> check(StudyFile file, List<Cell> cells, List<Variant> variants) {
    List<Problem> problems = new ArrayList<>();
    if (file.config().set().isPresent() && !(file.config().set().get() instanceof ConfigObject)) {
      problems.add(
          Problem.at("set")
              .what("expected an object of keys")
              .remedy("for example set { training.epochs = 20 }")
              .build());
    }
    names(cells, problems);
    List<String> names = cells.stream().map(Cell::name).distinct().toList();
    if (!names.contains(file.config().baseline())) {
      problems.add(
          Problem.at("baseline")
              .value('"' + file.config().baseline() + '"')
              .what("no variant has this name")
              .found(file.config().baseline(), names)
              .build());
    }
    Set<String> told = new LinkedHashSet<>();
    for (Axis axis : file.axes()) {
      idle(axis, variants, told, problems);
    }
    duplicates(variants, file.config().axes().isEmpty(), told, problems);
    return problems;
  }

  private static void names(List<Cell> cells, List<Problem> problems) {
    Map<String, Cell> byName = new HashMap<>();
    for (Cell cell : cells) {
      if (byName.put(cell.name(), cell) != null) {
        problems.add(
            Problem.at("axes")
                .what("two variants are called " + cell.name())
                .remedy("give alternatives names that tell them apart")
                .build());
      }
    }
  }

  /** An axis does nothing if no two variants that differ in it alone differ at all. */
  private static void idle(
      Axis axis, List<Variant> variants, Set<String> told, List<Problem> problems) {
    int pairs = 0;
    int equal = 0;
    for (Variant a : variants) {
      for (Variant b : variants) {
        if (a.cell().differsOnlyIn(axis.name(), b.cell())) {
          pairs++;
          equal += a.text().equals(b.text()) ? 1 : 0;
        }
      }
    }
    boolean never = variants.stream().noneMatch(v -> v.cell().labels().containsKey(axis.name()));
    if ((pairs > 0 && pairs == equal) || (never && !variants.isEmpty())) {
      told.add(axis.name());
      problems.add(
          Problem.at(axis.path())
              .value('"' + axis.name() + '"')
              .what(
                  never
                      ? "no variant has it: its condition is never met"
                      : "changes nothing: every experiment is the same whatever its value")
              .remedy("correct its key, or leave the axis out")
              .build());
    }
  }

  private static void duplicates(
      List<Variant> variants, boolean listed, Set<String> idle, List<Problem> problems) {
    Map<String, Variant> byText = new HashMap<>();
    for (Variant variant : variants) {
      Variant same = byText.putIfAbsent(variant.text(), variant);
      boolean explained =
          same != null && idle.stream().anyMatch(axis -> variant.cell().labels().containsKey(axis));
      if (same != null && !explained) {
        problems.add(
            Problem.at(listed ? "variants" : "axes")
                .value('"' + variant.name() + '"')
                .what("the same experiment as the variant " + same.name())
                .remedy("leave one out; `when` on an axis keeps it to the variants that it changes")
                .build());
      }
    }
  }
}
