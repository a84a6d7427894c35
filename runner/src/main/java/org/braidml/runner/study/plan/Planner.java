package org.braidml.runner.study.plan;

import com.google.inject.Inject;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Version;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.study.config.StudyConfig;

/** Plans a study: binds every variant and fixes the analysis, before any trial. */
public final class Planner {

  private final Registry registry;
  private final ExperimentReader reader;

  /** Wired by Guice. */
  @Inject
  public Planner(Registry registry, ExperimentReader reader) {
    this.registry = registry;
    this.reader = reader;
  }

  /**
   * What the command line says beside the file.
   *
   * @param sets {@code key=value} each, laid over the base
   * @param seeds in the place of the file's
   * @param jobs in the place of the file's
   * @param pluginFolders further folders of plug-ins, which every trial needs, too
   */
  public record Options(
      List<String> sets, OptionalInt seeds, OptionalInt jobs, List<String> pluginFolders) {}

  /**
   * Plans.
   *
   * @throws ConfigurationException with everything that is wrong in the file or in any variant
   */
  public Planned plan(Path path, Options options) {
    StudyFile file = StudyFile.read(path, registry);
    VariantBinder binder = new VariantBinder(file, reader, options.sets());
    Experiment base = binder.base();
    List<Variant> variants = new ArrayList<>();
    List<Cell> cells = Cell.grid(file.axes());
    for (Cell cell : cells) {
      binder
          .variant(cell.name(), cell.layers(), base)
          .ifPresent(bound -> variants.add(new Variant(cell.name(), cell, bound, false)));
    }
    List<Problem> problems = new ArrayList<>(binder.problems());
    problems.addAll(VariantRules.check(file, cells, variants));
    problems.addAll(SplitRules.check(file.config(), seeds(file.config(), options), base));
    if (!problems.isEmpty()) {
      throw file.refused(problems);
    }
    List<String> notes = new ArrayList<>();
    Variant baseline = named(variants, file.config().baseline());
    List<Variant> all = new ArrayList<>(variants);
    all.addAll(new References(binder, variants, notes).of(baseline, file.config().references()));
    return planned(file, options, variants, all, notes);
  }

  private static Variant named(List<Variant> variants, String name) {
    return variants.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  private static Planned planned(
      StudyFile file,
      Options options,
      List<Variant> variants,
      List<Variant> all,
      List<String> notes) {
    StudyConfig config = file.config();
    Untuned untuned = new Untuned(variants);
    List<PlannedVariant> planned = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Variant variant = all.get(i);
      planned.add(
          new PlannedVariant(
              variant.name(),
              variant.folder(i + 1),
              variant.reference(),
              variant.cell().labels(),
              variant.sets(),
              variant.reference() ? List.of() : untuned.own(i),
              variant.cell().seedOffset()));
    }
    List<String> comparisons =
        variants.stream().map(Variant::name).filter(n -> !n.equals(config.baseline())).toList();
    return new Planned(
        new StudyPlan(
            StudyPlan.FORMAT,
            Version.BRAID,
            file.name(),
            file.base().toString(),
            overrides(config, options),
            config.metric(),
            higherIsBetter(config.metric()),
            config.compare(),
            config.baseline(),
            comparisons,
            TestWords.of(config, comparisons.size()),
            config.alpha(),
            seeds(config, options),
            config.firstSeed(),
            config.resplit(),
            options.jobs().orElse(config.jobs()),
            config.javaOptions(),
            options.pluginFolders(),
            file.axes().stream().map(Axis::name).toList(),
            planned,
            untuned.shared(),
            notes,
            config.folds().orElse(0)),
        all.stream().map(Variant::experiment).toList());
  }

  private static int seeds(StudyConfig config, Options options) {
    return options.seeds().orElse(config.seeds());
  }

  private static List<String> overrides(StudyConfig config, Options options) {
    List<String> overrides = new ArrayList<>(options.sets());
    if (config.set().orElse(null) instanceof ConfigObject set) {
      Leaves.of(set, "", (key, v) -> overrides.add(key + " = " + v.render(Variant.concise())));
    }
    return overrides;
  }

  private static boolean higherIsBetter(String metric) {
    Optional<Metric> known = Metrics.named(metric.substring(metric.lastIndexOf('.') + 1));
    return known.map(Metric::higherIsBetter).orElse(true);
  }
}
