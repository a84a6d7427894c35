package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.braidml.runner.study.plan.Planned;
import org.braidml.runner.study.plan.Planner;
import org.braidml.runner.study.run.StudyDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code braid study FILE}: variants of an experiment over seeds, compared with statistics. */
@Command(
    name = "study",
    description = {
      "Compares variants of an experiment over seeds.",
      "Each trial is a process of its own; the report says which differences are real."
    },
    synopsisSubcommandLabel = "| COMMAND DIR",
    subcommands = {StudyStatusCommand.class, StudyResumeCommand.class, StudyReportCommand.class})
final class StudyCommand extends AbstractBraidCommand {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The study file.")
  private @Nullable Path file;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Trials at a time; replaces jobs of the file.")
  private @Nullable Integer jobs;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Runs of each variant; replaces seeds of the file.")
  private @Nullable Integer seeds;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Replaces a key of the base experiment; may be repeated.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--dry-run", description = "Print the plan and run nothing.")
  private boolean dryRun;

  @Option(
      names = "--studies",
      paramLabel = "DIR",
      defaultValue = "studies",
      description = "Where folders of studies are made (default: ${DEFAULT-VALUE}).")
  private Path studies;

  @Override
  public Integer call() throws IOException {
    if (file == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Missing required parameter: 'FILE'");
    }
    Planner planner = wire().getInstance(Planner.class);
    Planned planned =
        planner.plan(
            file,
            new Planner.Options(
                sets, atLeast("--seeds", seeds, 2), atLeast("--jobs", jobs, 1), pluginFolders()));
    StudyTerminal view = new StudyTerminal(terminal());
    view.plan(planned.plan());
    if (dryRun) {
      return BraidCommand.DONE;
    }
    StudyDirectory directory = StudyDirectory.create(studies, planned);
    return view.run(directory, planned.plan().jobs(), false);
  }

  private OptionalInt atLeast(String option, @Nullable Integer value, int least) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < least) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "%s %d: at least %d".formatted(option, value, least));
    }
    return OptionalInt.of(value);
  }
}
