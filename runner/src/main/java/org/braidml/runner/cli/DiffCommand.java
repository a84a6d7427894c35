package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.run.RunDifferences;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.RunFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code braid diff RUN RUN}: what differs between two runs. */
@Command(
    name = "diff",
    description = "Tells what differs between two runs: configuration, data, versions, metrics.")
final class DiffCommand extends AbstractBraidCommand {

  @Parameters(index = "0", paramLabel = "RUN", description = "A run directory.")
  private Path first;

  @Parameters(index = "1", paramLabel = "RUN", description = "Another one.")
  private Path second;

  @Override
  public Integer call() throws IOException {
    RunDirectory a = RunFiles.require(first);
    RunDirectory b = RunFiles.require(second);
    RunDifferences found = RunDifferences.between(a, b);
    out().println("< " + Shown.path(a.path()));
    out().println("> " + Shown.path(b.path()));
    out().print("\nconfiguration\n" + DifferenceTable.of(found.configuration()));
    out().print("\ndata\n" + DifferenceTable.of(found.data()));
    out().print("\nversions\n" + DifferenceTable.of(found.versions()));
    out().print("\nmetrics\n" + DifferenceTable.of(found.metrics()));
    return BraidCommand.DONE;
  }
}
