package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.study.report.StudyFiles;
import org.braidml.runner.study.run.StudyDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code braid study report DIR}: the report, made anew. */
@Command(
    name = "report",
    description = "Writes the report of a study from the trials that have ended.")
final class StudyReportCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "DIR", description = "The folder of the study.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    StudyDirectory directory = StudyDirectory.open(folder);
    new StudyTerminal(terminal()).finished(StudyFiles.write(directory), directory);
    return BraidCommand.DONE;
  }
}
