package org.braidml.runner.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Alignment;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.experiment.Siblings;
import org.braidml.runner.run.SavedRun;
import org.jspecify.annotations.Nullable;

/** The rows that {@code --in} gives to a finished run. */
record GivenRows(Path in) {

  /** What {@code --in} reads, for the help of a command. */
  static final String FORMATS =
      "Rows: .csv, .tsv, .jsonl, .parquet or .ts, perhaps packed (.gz, .zst), with the"
          + " columns of the training rows.";

  private static final Pattern ROWS =
      Pattern.compile(".*\\.(csv|tsv|jsonl|parquet|ts)(\\.(gz|zst))?");

  /**
   * Before anything is loaded: rows to read, and a folder to write to.
   *
   * @param out the file of {@code --out}; null if none is written
   */
  void check(@Nullable Path out) {
    List<Problem> problems = new ArrayList<>();
    if (!Files.exists(in)) {
      problems.add(
          Problem.at("--in")
              .value('"' + in.toString() + '"')
              .what("no such file")
              .found(String.valueOf(in.getFileName()), Siblings.of(in, ROWS))
              .build());
    }
    Path folder = out == null ? null : out.toAbsolutePath().getParent();
    if (out != null && (folder == null || !Files.isDirectory(folder))) {
      problems.add(
          Problem.at("--out")
              .value('"' + out.toString() + '"')
              .what("its folder does not exist")
              .remedy("make the folder first, or choose another")
              .build());
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("the command line", problems);
    }
  }

  /** Reads the rows; what is wrong is told with the place of its key in the run, or the option. */
  Examples read(SavedRun saved, PrintStream notes) {
    SourceConfig trained = saved.contents().experiment().config().data().source();
    SourceConfig source = SourceConfig.like(trained, in.toString());
    Examples examples = read(saved, source);
    if (source instanceof FileSourceConfig file && file.sql().isPresent()) {
      notes.print(Wrapped.text("note: rows are those of the run's own data.source.sql", 80, 2));
    }
    return examples;
  }

  private Examples read(SavedRun saved, SourceConfig source) {
    try {
      return new DataPipeline(in.toString(), Path.of("").toAbsolutePath())
          .aligned(new Alignment(saved.contents().experiment().config().model().aligned()))
          .forPrediction(
              saved.contents().features(),
              saved.contents().experiment().config().data().windows(),
              source);
    } catch (ConfigurationException e) {
      List<Problem> problems = e.problems().stream().map(GivenRows::ofOption).toList();
      ConfigurationException refused =
          new ConfigurationException(
              in.toString(), saved.contents().experiment().places().complete(problems));
      refused.initCause(e);
      throw refused;
    }
  }

  /** The file is named on the command line, not in the experiment. */
  private static Problem ofOption(Problem problem) {
    return problem.path().equals("data.source.path") ? problem.of("--in") : problem;
  }
}
