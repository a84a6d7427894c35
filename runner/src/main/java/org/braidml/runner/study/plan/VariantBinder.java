package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.experiment.Layer;
import org.braidml.runner.experiment.SymbolicModel;
import org.braidml.runner.train.Evaluation;

/** Binds the base with the layers of each variant, and checks the model that comes out. */
final class VariantBinder {

  private final StudyFile file;
  private final ExperimentReader reader;
  private final List<String> sets;
  private final Map<Problem, List<String>> problems = new LinkedHashMap<>();

  /**
   * A binder.
   *
   * @param file the study file
   * @param reader of experiments
   * @param sets {@code key=value} each, laid over the base
   */
  VariantBinder(StudyFile file, ExperimentReader reader, List<String> sets) {
    this.file = file;
    this.reader = reader;
    this.sets = sets;
  }

  /**
   * Binds the base alone.
   *
   * @throws ConfigurationException if it is no whole experiment
   */
  Experiment base() {
    Experiment base = read(List.of());
    List<Problem> wrong = new SymbolicModel(base.config()).build().problems();
    if (!wrong.isEmpty()) {
      throw base.refused(wrong);
    }
    return base;
  }

  /** Binds a variant; what is wrong with it is kept, and nothing is returned. */
  Optional<Experiment> variant(String name, List<Layer> layers, Experiment base) {
    try {
      Experiment bound = checked(layers);
      List<Problem> fixed = fixed(bound.config(), base.config());
      metric(bound).ifPresent(fixed::add);
      fixed.forEach(problem -> keep(problem, name));
      return fixed.isEmpty() ? Optional.of(bound) : Optional.empty();
    } catch (ConfigurationException e) {
      e.problems().forEach(problem -> keep(problem, name));
      return Optional.empty();
    }
  }

  /**
   * Binds layers over the base.
   *
   * @throws ConfigurationException if that is no whole experiment
   */
  Experiment checked(List<Layer> layers) {
    Experiment bound = read(layers);
    ModelBuilder.Result result = new SymbolicModel(bound.config()).build();
    if (!result.problems().isEmpty()) {
      throw bound.refused(result.problems());
    }
    return bound;
  }

  /** Returns everything that was wrong, each problem once, with the variants that have it. */
  List<Problem> problems() {
    List<Problem> told = new ArrayList<>();
    problems.forEach(
        (problem, names) ->
            told.add(
                new Problem(
                    problem.path(),
                    problem.value(),
                    problem.what()
                        + "; in the variant"
                        + (names.size() > 1 ? "s " : " ")
                        + few(names),
                    problem.where(),
                    problem.nearest(),
                    problem.choices(),
                    problem.listsWhatIsThere(),
                    problem.remedy())));
    return told;
  }

  private Experiment read(List<Layer> layers) {
    List<Layer> all = new ArrayList<>();
    file.config()
        .set()
        .filter(ConfigObject.class::isInstance)
        .ifPresent(set -> all.add(new Layer("set", (ConfigObject) set)));
    all.addAll(layers);
    return reader.read(file.base(), sets, all);
  }

  private void keep(Problem problem, String name) {
    problems.computeIfAbsent(problem, key -> new ArrayList<>()).add(name);
  }

  /** What the study itself sets, no variant may. */
  private List<Problem> fixed(ExperimentConfig variant, ExperimentConfig base) {
    List<Problem> told = new ArrayList<>();
    if (variant.seed() != base.seed()) {
      told.add(
          fixed("seed", "every variant has the same seeds; see the study's seeds, first-seed"));
    }
    if (variant.data().split().seed() != base.data().split().seed()) {
      told.add(fixed("data.split.seed", "set it in the base, or use resplit = true"));
    }
    SplitConfig split = variant.data().split();
    if (file.config().folds().isPresent()
        && (!split.folds().equals(base.data().split().folds())
            || split.fold() != base.data().split().fold())) {
      told.add(
          fixed("data.split.folds", "every variant has the same folds; see the study's folds"));
    }
    if (variant.threads() != base.threads()) {
      told.add(fixed("threads", "trials have one thread each; see the study's jobs"));
    }
    if (variant.training().sideBySide()) {
      told.add(
          Problem.at("training.shards")
              .value(variant.training().shards())
              .what("trials run side by side already, with one thread each")
              .remedy("set { training.shards = 1 } in the study file")
              .build());
    }
    return told;
  }

  private static Problem fixed(String key, String remedy) {
    return Problem.at(key).what("the study sets it, a variant cannot").remedy(remedy).build();
  }

  private Optional<Problem> metric(Experiment bound) {
    String metric = file.config().metric();
    List<String> names =
        new SymbolicModel(bound.config())
            .build().model().stream()
                .flatMap(model -> Evaluation.names(model.heads()).stream())
                .filter(name -> !name.equals("loss"))
                .toList();
    if (names.contains(metric)) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.at("metric")
            .value('"' + metric + '"')
            .what("no head reports it")
            .where(file.places().of("metric"))
            .choices(metric, names)
            .build());
  }

  private static String few(List<String> names) {
    return names.size() <= 3
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
  }
}
