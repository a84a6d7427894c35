package org.braidml.runner.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which split each trial of a study has. */
final class FoldsTest {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(FoldsTest.class.getClassLoader()).found());

  @TempDir Path folder;

  private Planned planned(String study) throws IOException {
    Files.writeString(
        folder.resolve("base.conf"),
        """
        data {
          source { type = reviews-made, rows = 200 }
          split.seed = 7
          fields.customer { kind = static, numeric = [age] }
          target { column = recommended, kind = binary }
        }
        model { encoders.customer.type = mlp, merger.type = concat, head.type = binary }
        """);
    Path file = folder.resolve("study.conf");
    Files.writeString(
        file,
        """
        base = "base.conf"
        metric = accuracy
        baseline = one
        first-seed = 20
        """
            + study);
    return new Planner(REGISTRY, new ExperimentReader(REGISTRY))
        .plan(
            file,
            new Planner.Options(List.of(), OptionalInt.empty(), OptionalInt.empty(), List.of()));
  }

  /** Seed of the trial, seed of its split, fold and number of folds, of one variant. */
  private List<String> splits(Planned planned, String variant) throws IOException {
    Path file = folder.resolve("trial.conf");
    List<String> splits = new ArrayList<>();
    for (Planned.Trial trial : planned.trials()) {
      if (trial.variant().name().equals(variant)) {
        Files.writeString(file, trial.text());
        ExperimentConfig config = new ExperimentReader(REGISTRY).read(file, List.of()).config();
        SplitConfig split = config.data().split();
        splits.add(
            "%d: %d, %d of %s"
                .formatted(
                    config.seed(),
                    split.seed(),
                    split.fold(),
                    split.folds().map(String::valueOf).orElse("none")));
      }
    }
    return splits;
  }

  @Test
  void eachRepetitionDealsAnewAndEachFoldTestsOnce() throws IOException {
    Planned planned =
        planned(
            "folds = 3, seeds = 6, variants = [{ name = one }, { name = two, seed-offset = 50 }]");
    assertThat(splits(planned, "one"))
        .containsExactly(
            "20: 20, 1 of 3",
            "21: 20, 2 of 3",
            "22: 20, 3 of 3",
            "23: 21, 1 of 3",
            "24: 21, 2 of 3",
            "25: 21, 3 of 3");
    assertThat(splits(planned, "two")).first().isEqualTo("70: 20, 1 of 3");
  }

  @Test
  void withoutFoldsTheSplitStaysUnlessSeedsDrawIt() throws IOException {
    String variants = ", seeds = 2, variants = [{ name = one }, { name = two, seed-offset = 50 }]";
    assertThat(splits(planned("alpha = 0.05" + variants), "two"))
        .containsExactly("70: 7, 1 of none", "71: 7, 1 of none");
    assertThat(splits(planned("resplit = true" + variants), "two"))
        .containsExactly("70: 20, 1 of none", "71: 21, 1 of none");
  }

  /** Studies go on that were planned before there were folds. */
  @Test
  void aPlanThatKnowsNoFoldsIsRead() throws IOException {
    StudyPlan plan =
        planned("seeds = 2, variants = [{ name = one }, { name = two, seed-offset = 5 }]").plan();
    Path file = folder.resolve("plan.json");
    String old = Json.record(plan).replaceAll(",\\s*\"(folds|seed-offset)\" : \\d+", "");
    assertThat(old).doesNotContain("folds\"", "seed-offset\" : 5");
    Files.writeString(file, old);
    StudyPlan read = Json.read(file, StudyPlan.class);
    assertThat(read.folds()).isZero();
    assertThat(read.runs()).isEqualTo("2 seeds");
    assertThat(read.variants()).allMatch(variant -> variant.seedOffset() == 0);
  }
}
