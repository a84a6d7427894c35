package org.braidml.benchmarks.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares series that the heap does not hold, and trains an epoch, from files and from the cache.
 */
final class SeriesBenchmark {

  /** The heap that the program is given. */
  static final String HEAP = "-Xmx256m";

  private static final int BYTES_A_NUMBER = Float.BYTES;

  private static final String EXPERIMENT =
      """
      seed = 1
      engine = PyTorch
      data {
        source %s
        split { seed = 1, validation = 0.1, test = 0.1, stratify = true }
        fields.waves { kind = series, channels = [pulse, breath], delimiter = ";", scaling = standard }
        target { column = label, kind = binary }
      }
      model {
        encoders.waves { type = mean-embedding }
        merger { type = concat }
        head { type = binary }
      }
      training { batch-size = 256, epochs = 1 }
      """;

  private static final String LONG =
      """
      {
        type = long, path = "long.csv", id = id, time = time, variable = variable, value = value
        series = [pulse, breath], statics = [label], steps = %d, null-values = [""]
      }"""
          .formatted(MadeSeries.LONG_STEPS);

  private final Path folder;

  /** A benchmark with its files in a folder. */
  SeriesBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Runs the program twice on each source. */
  List<Row> rows(int rows, int subjects) throws IOException, InterruptedException {
    Path delimited = folder.resolve("series.csv");
    if (!Files.exists(delimited)) {
      new MadeSeries(1).delimited(delimited, rows);
    }
    Path longForm = folder.resolve("long.csv");
    if (!Files.exists(longForm)) {
      new MadeSeries(2).longForm(longForm, subjects);
    }
    List<Row> measured = new ArrayList<>();
    measured.addAll(
        rows(
            "delimited in columns",
            "{ path = \"series.csv\" }",
            delimited,
            2L * rows * MadeSeries.STEPS));
    measured.addAll(rows("long form", LONG, longForm, 2L * subjects * MadeSeries.LONG_STEPS));
    return measured;
  }

  private List<Row> rows(String name, String source, Path file, long numbers)
      throws IOException, InterruptedException {
    Path experiment = folder.resolve(name.replace(' ', '-') + ".conf");
    Files.writeString(experiment, EXPERIMENT.formatted(source));
    Path cache = Files.createTempDirectory(folder, "cache-");
    List<Row> rows = new ArrayList<>();
    for (String from : List.of("the file", "the cache")) {
      Path log = experiment.resolveSibling(name.replace(' ', '-') + "-" + rows.size() + ".log");
      MeasuredRun run = MeasuredRun.of(experiment, cache, log, HEAP);
      System.out.println(run);
      rows.add(new Row(name, from, Files.size(file), numbers, numbers * BYTES_A_NUMBER, run));
    }
    return rows;
  }

  /**
   * One run.
   *
   * @param name how the source is written
   * @param from what the data came from
   * @param bytes how large the source is
   * @param numbers how many numbers it has
   * @param encoded how many bytes they take, encoded
   * @param run what was measured
   */
  record Row(String name, String from, long bytes, long numbers, long encoded, MeasuredRun run) {}
}
