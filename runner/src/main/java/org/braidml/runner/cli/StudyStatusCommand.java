package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.study.run.StudyDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code braid study status DIR}: how far a study is. */
@Command(name = "status", description = "Shows which trials of a study have ended, and how.")
final class StudyStatusCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "DIR", description = "The folder of the study.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    new StudyTerminal(terminal()).status(StudyDirectory.open(folder));
    return BraidCommand.DONE;
  }
}
