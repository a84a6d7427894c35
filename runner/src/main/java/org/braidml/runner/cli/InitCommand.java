package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.runner.init.Initial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid init SOURCE --target COLUMN}: writes a first experiment file. */
@Command(
    name = "init",
    description = {
      "Writes a commented experiment file for a source, that trains as it is.",
      "Columns that are constant, unique or almost tell the target are left out, with the reason."
    })
final class InitCommand extends AbstractBraidCommand {

  @Parameters(
      paramLabel = "SOURCE",
      description = {
        "A file of rows: CSV, TSV, JSON lines or Parquet, perhaps packed by gzip or zstd; or a"
            + " .ts file, whose test file beside it (NAME_TEST.ts of NAME_TRAIN.ts) is found.",
        "Or measurements in rows of time, variable and value: a file with a further column for"
            + " the subject, or a folder or archive (.tar, .tar.gz, .tar.zst) of a file a"
            + " subject."
      })
  private Path source;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = {
        "The column to predict; column1, column2, ... without a header. Of measurements the"
            + " variable. A .ts file has but one."
      })
  private @Nullable String target;

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = {
        "A column of dates or numbers in whose order the rows stand: the latest rows test."
            + " Without it, a column of dates that never goes back is taken."
      })
  private @Nullable String time;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; otherwise the name of the source with .conf, here.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(source)) {
      throw refused(source, "no such file");
    }
    Path file = out == null ? Path.of(name() + ".conf") : out;
    if (Files.exists(file)) {
      throw refused(file, "exists already");
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path rows = source.toAbsolutePath().normalize();
    boolean inside = folder != null && rows.startsWith(folder);
    String shown = folder != null && inside ? folder.relativize(rows).toString() : rows.toString();
    String text =
        new Initial(rows, shown).text(Optional.ofNullable(target), Optional.ofNullable(time));
    Files.writeString(file, text);
    out().println(Shown.path(file) + ": an experiment on " + Shown.path(source));
    out().println();
    out().println("next, from here:");
    out().println();
    out().println("  braid data " + Shown.path(file));
    out().println("  braid train " + Shown.path(file));
    return BraidCommand.DONE;
  }

  private String name() {
    return String.valueOf(source.toAbsolutePath().normalize().getFileName())
        .replaceFirst("\\.(gz|zst)$", "")
        .replaceFirst("\\.[^.]+$", "");
  }

  private static ConfigurationException refused(Path path, String what) {
    return new ConfigurationException(
        "the command line", List.of(Problem.at(Shown.path(path)).what(what).build()));
  }
}
