package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.study.run.StudyDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid study resume DIR}: runs what has not ended. */
@Command(
    name = "resume",
    description = "Goes on with a study; trials that have ended are not run again.")
final class StudyResumeCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "DIR", description = "The folder of the study.")
  private Path folder;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Trials at a time; as planned if absent.")
  private @Nullable Integer jobs;

  @Option(names = "--failed", description = "Also run again what did not end well.")
  private boolean failed;

  @Override
  public Integer call() throws IOException {
    StudyDirectory directory = StudyDirectory.open(folder);
    int atATime = jobs == null ? directory.plan().jobs() : Math.max(1, jobs);
    return new StudyTerminal(terminal()).run(directory, atATime, failed);
  }
}
