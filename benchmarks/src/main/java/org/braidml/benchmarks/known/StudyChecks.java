package org.braidml.benchmarks.known;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.braidml.runner.experiment.EngineName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs studies whose right answer is known: of nothing, and of poolings of which one must win. */
@Command(
    name = "benchmarks/run-study-checks",
    mixinStandardHelpOptions = true,
    description = "Runs studies whose right answer is known.")
public final class StudyChecks implements Callable<Integer> {

  /** More false alarms among 20 have a chance of 3 in 1,000 where each has one of 5 in 100. */
  private static final double ALARMS = 0.2;

  @Option(
      names = "--studies",
      defaultValue = "20",
      description = "of two variants that do not differ (default: ${DEFAULT-VALUE})")
  private int studies;

  @Option(
      names = "--seeds",
      defaultValue = "10",
      description = "of each variant (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--jobs",
      defaultValue = "2",
      description = "trials at a time (default: ${DEFAULT-VALUE})")
  private int jobs;

  @Option(
      names = "--engine",
      defaultValue = "PYTORCH",
      description = "of every trial (default: ${DEFAULT-VALUE})")
  private EngineName engine;

  @Option(
      names = "--folder",
      description = "where studies run; those that have ended there are read, not run again")
  private @Nullable Path given;

  @Option(names = "--out", description = "a Markdown file for the results")
  private @Nullable Path out;

  private StudyChecks() {}

  /** Runs the checks. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StudyChecks()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path path = given == null ? Files.createTempDirectory("braid-study-checks") : given;
    StudyFolder folder = new StudyFolder(Files.createDirectories(path), engine, jobs);
    List<NamedPooling> poolings = new ArrayList<>();
    for (MadeTask task : MadeTask.values()) {
      NamedPooling pooling = NamedPooling.of(task, folder, seeds);
      System.out.printf("%s: %s%n", task.text(), pooling.ranked());
      poolings.add(pooling);
    }
    List<NothingDiffers> nothing = NothingDiffers.of(folder, studies, seeds);
    if (out != null) {
      Files.writeString(out, StudyChecksPage.of(options(), nothing, poolings));
    }
    long alarms = nothing.stream().filter(NothingDiffers::alarm).count();
    System.out.printf("%d alarms in %d studies of nothing%n", alarms, studies);
    return alarms <= ALARMS * studies && poolings.stream().allMatch(NamedPooling::named) ? 0 : 1;
  }

  private String options() {
    return "--studies %d --seeds %d --jobs %d --engine %s"
        .formatted(studies, seeds, jobs, engine.name());
  }
}
