package org.braidml.runner.study.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.runner.run.Json;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.WholeFile;
import org.braidml.runner.study.plan.Planned;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;

/**
 * The folder that a study owns.
 *
 * @param path the folder
 */
public record StudyDirectory(Path path) {

  /**
   * Makes a new folder with the experiment of every trial in it, and the plan last: where a plan
   * is, everything is.
   *
   * @param studies the parent of all studies' folders
   */
  public static StudyDirectory create(Path studies, Planned planned) throws IOException {
    Path made = RunDirectory.create(studies, planned.plan().name()).path();
    StudyDirectory directory = new StudyDirectory(made);
    for (Planned.Trial trial : planned.trials()) {
      TrialFolder folder = directory.trial(trial.variant(), trial.seed());
      Files.createDirectories(folder.path());
      Files.writeString(folder.experiment(), trial.text());
    }
    WholeFile.write(directory.planFile(), Json.record(planned.plan()));
    return directory;
  }

  /**
   * Opens the folder of a study.
   *
   * @throws ConfigurationException if there is no plan in it
   */
  public static StudyDirectory open(Path path) {
    StudyDirectory directory = new StudyDirectory(path);
    if (!Files.isRegularFile(directory.planFile())) {
      throw new ConfigurationException(
          path.toString(),
          List.of(
              Problem.at(path.toString())
                  .what(
                      Files.isDirectory(path)
                          ? "plan.json is missing: this is no study"
                          : "no such folder")
                  .remedy("give the folder that `braid study` made, studies/<name>/<id>")
                  .build()));
    }
    return directory;
  }

  /** Returns the file of the plan. */
  public Path planFile() {
    return path.resolve("plan.json");
  }

  /** Returns the report to look at. */
  public Path reportHtml() {
    return path.resolve("report.html");
  }

  /** Returns the report to read. */
  public Path reportMarkdown() {
    return path.resolve("report.md");
  }

  /** Returns the report for other programs. */
  public Path reportJson() {
    return path.resolve("report.json");
  }

  /** Returns the table of every trial. */
  public Path results() {
    return path.resolve("results.csv");
  }

  /** Returns the file that a running study holds a lock on. */
  public Path lock() {
    return path.resolve("running.lock");
  }

  /** Returns the plan. */
  public StudyPlan plan() throws IOException {
    StudyPlan plan = Json.read(planFile(), StudyPlan.class);
    if (plan.format() != StudyPlan.FORMAT) {
      throw new IOException(
          planFile() + " is of format " + plan.format() + ": it needs a newer Braid");
    }
    return plan;
  }

  /** Returns the folder of a trial. */
  public TrialFolder trial(PlannedVariant variant, long seed) {
    return new TrialFolder(
        path.resolve("trials").resolve(variant.folder()).resolve("seed-" + seed));
  }

  /** Returns what came of the trials that have ended, in the order of the plan. */
  public List<TrialResult> results(StudyPlan plan) throws IOException {
    List<TrialResult> results = new ArrayList<>();
    for (PlannedVariant variant : plan.variants()) {
      for (long seed : plan.seedList()) {
        trial(variant, seed).result().ifPresent(results::add);
      }
    }
    return results;
  }
}
