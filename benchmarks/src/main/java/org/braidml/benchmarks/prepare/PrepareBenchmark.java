package org.braidml.benchmarks.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the preparation of many rows under a small heap, and from the cache, beside a peer. */
@Command(
    name = "benchmarks/run-prepare",
    mixinStandardHelpOptions = true,
    description = "Prepares many made rows, beside pandas and scikit-learn.")
public final class PrepareBenchmark implements Callable<Integer> {

  private static final String HEAP = "-Xmx1g";

  private static final String EXPERIMENT =
      """
      seed = 1
      engine = PyTorch
      data {
        source = "rows.csv"
        split { seed = 1, validation = 0.1, test = 0.1, stratify = true }
        fields {
          review   { kind = text, column = review, max-length = 200, max-vocabulary = 20000, min-count = 1 }
          customer { kind = static, numeric = [age, income], category = [region, device] }
        }
        target { column = recommended, kind = binary }
      }
      model {
        inputs.review     { type = embedding, size = 8 }
        encoders.review   { type = mean-embedding }
        encoders.customer { type = mlp, units = [8] }
        merger { type = concat }
        head { type = binary }
      }
      training { batch-size = 1024, epochs = 1 }
      """;

  @Option(
      names = "--rows",
      defaultValue = "1000000",
      description = "how many (default: ${DEFAULT-VALUE})")
  private int rows;

  @Option(
      names = "--series",
      description =
          "prepare series that a heap of 256 MB does not hold instead; the page keeps its other part")
  private boolean series;

  @Option(
      names = "--series-rows",
      defaultValue = "250000",
      description = "how many rows of two series (default: ${DEFAULT-VALUE})")
  private int seriesRows;

  @Option(
      names = "--subjects",
      defaultValue = "100000",
      description = "how many subjects in long form (default: ${DEFAULT-VALUE})")
  private int subjects;

  @Option(names = "--folder", description = "where rows and runs go (default: a temporary one)")
  private @Nullable Path given;

  @Option(
      names = "--python",
      defaultValue = "python3",
      description = "one that has pandas and scikit-learn (default: ${DEFAULT-VALUE})")
  private String python;

  @Option(names = "--out", description = "a Markdown file for the table")
  private @Nullable Path out;

  private final String command;

  private PrepareBenchmark(String command) {
    this.command = command;
  }

  /** Runs the benchmark. */
  public static void main(String[] args) {
    String command = "benchmarks/run-prepare " + String.join(" ", args);
    System.exit(new CommandLine(new PrepareBenchmark(command.strip())).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = given == null ? Files.createTempDirectory("braid-prepare") : given;
    String before = out != null && Files.exists(out) ? Files.readString(out) : "";
    if (series) {
      SeriesPage page =
          new SeriesPage(command, new SeriesBenchmark(folder).rows(seriesRows, subjects));
      write(page.after(before));
      return page.reached() ? 0 : 1;
    }
    Path file = folder.resolve("rows.csv");
    if (!Files.exists(file)) {
      Path beside = folder.resolve("rows.csv.part");
      new MadeRows(1).write(beside, rows);
      Files.move(beside, file);
    }
    Path experiment = folder.resolve("prepare.conf");
    Files.writeString(experiment, EXPERIMENT);
    Path cache = Files.createTempDirectory(folder, "cache-");
    MeasuredRun fresh = MeasuredRun.of(experiment, cache, folder.resolve("fresh.log"), HEAP);
    System.out.println(fresh);
    MeasuredRun cached = MeasuredRun.of(experiment, cache, folder.resolve("cached.log"), HEAP);
    System.out.println(cached);
    JsonNode peer = peer(file);
    System.out.println(peer);
    PreparePage page = new PreparePage(command, rows, Files.size(file), fresh, cached, peer);
    write(page.text() + SeriesPage.of(before));
    return page.reached() ? 0 : 1;
  }

  private void write(String page) throws IOException {
    if (out != null) {
      Files.writeString(out, page);
    }
  }

  private JsonNode peer(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(python, "benchmarks/prepare-peer.py", file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the peer failed");
    }
    return JsonMapper.builder().build().readTree(said);
  }
}
